# fish completion for nceplan; `nceplan completion fish` prints this file.
# The program itself says what can stand where, so this needs no update when commands or flags change.

function __nceplan_complete
    set -l before (commandline -opc)
    set -l word (commandline -ct)
    set -l found
    for line in ($before[1] __complete "--word=$word" $before[2..] 2>/dev/null)
        if not string match -q ':*' -- $line
            set -a found $line
            echo $line
            continue
        end
        # fish ends a word behind its only candidate; a second one keeps a list open.
        if string match -q '*nospace*' -- $line; and test (count $found) = 1; and not string match -q '*=' -- $found
            echo "$found,"
        end
        if string match -qr 'files|folders' -- $line
            set -l flag (string match -r '^--[^=]*=' -- $word)
            for path in (__fish_complete_path (string replace -- "$flag" '' $word))
                echo "$flag$path"
            end
        end
    end
end

complete -c nceplan -f -a '(__nceplan_complete)'
