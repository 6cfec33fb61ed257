# Completes mlnet-loss with the Tab key in bash. For this session:  source <(mlnet-loss completion bash)
# For every session:  mlnet-loss completion bash > ~/.local/share/bash-completion/completions/mlnet-loss

_mlnet_loss() {
    local line=${COMP_LINE:0:COMP_POINT}
    # What bash takes for the current word begins anew after each colon and equals sign, and the tool completes huber:delta=1 as a whole.
    local word=${line##*[[:space:]]}
    local breaks=${word%"${COMP_WORDS[COMP_CWORD]}"}
    case ${COMP_WORDS[COMP_CWORD]} in
        : | =) breaks=$word ;;
    esac
    [[ $COMP_WORDBREAKS == *:* || $COMP_WORDBREAKS == *=* ]] || breaks=
    # The command's own name may be a path or an alias.
    line="mlnet-loss ${line#*[[:space:]]}"

    local candidate
    COMPREPLY=()
    while IFS= read -r candidate; do
        candidate=${candidate%$'\r'}
        if [[ -n $candidate && $candidate == "$word"* ]]; then
            candidate=${candidate#"$breaks"}
            [[ $candidate == *[!A-Za-z0-9_.,:=/+-]* ]] && candidate=$(printf '%q' "$candidate")
            COMPREPLY+=("$candidate")
        fi
    done < <("${COMP_WORDS[0]}" "[suggest:${#line}]" "$line" 2>/dev/null)

    # A value is still to come after these.
    if [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *[=:] ]]; then
        compopt -o nospace 2>/dev/null
    fi
}

complete -o default -F _mlnet_loss mlnet-loss
