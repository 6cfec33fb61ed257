# Completes mlnet-loss with the Tab key in fish. For this session:  mlnet-loss completion fish | source
# For every session:  mlnet-loss completion fish > ~/.config/fish/completions/mlnet-loss.fish

function __mlnet_loss_complete
    set -l words (commandline -opc)
    set -l line (string join ' ' -- mlnet-loss $words[2..-1] (commandline -ct))
    set -l candidates ($words[1] "[suggest:"(string length -- $line)"]" $line 2>/dev/null | string match -v '')
    if set -q candidates[1]
        string join \n -- $candidates
    else
        __fish_complete_path (commandline -ct)
    end
end

complete -c mlnet-loss -f -a '(__mlnet_loss_complete)'
