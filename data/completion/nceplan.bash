# bash completion for nceplan; `nceplan completion bash` prints this file.
# The program itself says what can stand where, so this needs no update when commands or flags change.

_nceplan() {
  local rest=$COMP_LINE words=() last piece i
  # Bash cuts words at = and :, which are parts of ours.
  for ((i = 0; i <= COMP_CWORD; i++)); do
    piece=${COMP_WORDS[i]}
    if ((i == 0)) || [[ $rest == [[:space:]]* ]]; then
      words+=("$piece")
    else
      words[${#words[@]} - 1]+=$piece
    fi
    rest=${rest#"${rest%%[![:space:]]*}"}
    rest=${rest#"$piece"}
  done
  last=$((${#words[@]} - 1))
  for ((i = 0; i <= last; i++)); do
    words[i]=${words[i]//[\"\'\\]/}
  done
  local word=${words[last]} own=${COMP_WORDS[COMP_CWORD]//[\"\'\\]/}
  [[ $own == [=:] ]] && own=
  local lead=${word%"$own"} line facts=
  COMPREPLY=()
  while IFS= read -r line; do
    case $line in
      :*) facts=$line ;;
      *) line=${line%%$'\t'*} && COMPREPLY+=("${line#"$lead"}") ;;
    esac
  done < <("${words[0]}" __complete --word="$word" "${words[@]:1:last-1}" 2>/dev/null)
  [[ $facts == *nospace* ]] && compopt -o nospace
  if ((${#COMPREPLY[@]} == 0)); then
    [[ $facts == *files* ]] && compopt -o default
    [[ $facts == *folders* ]] && compopt -o dirnames
  fi
  return 0
}
complete -F _nceplan nceplan
