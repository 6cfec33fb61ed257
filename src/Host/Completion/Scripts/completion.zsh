#compdef mlnet-loss
# Completes mlnet-loss with the Tab key in zsh. For this session:  source <(mlnet-loss completion zsh)
# For every session:  mlnet-loss completion zsh > FOLDER/_mlnet-loss, where FOLDER is in $fpath

_mlnet_loss() {
    local line="mlnet-loss ${(j: :)words[2,CURRENT]}"
    local -a candidates open closed
    candidates=(${(f)"$($words[1] "[suggest:${#line}]" "$line" 2>/dev/null)"})
    candidates=(${candidates%$'\r'})
    # A value is still to come after a name that ends so.
    open=(${(M)candidates:#*[=:]})
    closed=(${candidates:#*[=:]})
    (( $#open )) && compadd -S '' -- $open
    (( $#closed )) && compadd -- $closed
    (( $#candidates )) || _files
}

if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    _mlnet_loss "$@"
else
    (( $+functions[compdef] )) || { autoload -Uz compinit && compinit; }
    compdef _mlnet_loss mlnet-loss
fi
