# fish completion for supine: asks the program itself what could come next.

function __supine_complete
    set -l words (commandline -opc) (commandline -ct)
    supine complete -- $words[2..-1] 2>/dev/null
end

complete -c supine -a '(__supine_complete)'
