import type { SqlCase } from './sql-case.ts'

// What runs, and what does not, was seen with bash 5.2 and clients that write down what they are given.
const a = 'odpscmd -e "select * from a"'
const b = 'odpscmd -e "select * from b"'
const c = 'odpscmd -e "select * from c"'

/** Commands that are never reached, since the shell ends before them. */
const endedCases: readonly SqlCase[] = [
  [`${a}\nexit 0\n${b}`, 'reads a'],
  [`${a}; exit; ${b}`, 'reads a'],
  [`exec ${a}\n${b}`, 'reads a'],
  [`exec >log.txt\n${a}`, 'reads a'],
  [`{ ${a}; exit 1; }\n${b}`, 'reads a'],
  [`true && exit\n${a}`, ''],
  [`! exit\n${a}`, ''],
  [`if x; then ${a}; exit; else exit 1; fi\n${b}`, 'reads a'],
  [`case $1 in x) exit;; *) exit 1;; esac\n${a}`, ''],
  [`if exit; then ${a}; fi\n${b}`, ''],
  [`while true; do ${a}; exit; done\n${b}`, 'reads a'],
  [`for x in 1 2; do ${a}; exit; done\n${b}`, 'reads a'],
  [`eval 'exit'\n${a}`, ''],
  [`die() { ${a}; exit 1; ${b}; }\ndie\n${c}`, 'reads a'],
  [`bash -c 'exit; ${a}'\n${b}`, 'reads b'],
  [`trap '${a}' EXIT\nexit\n${b}`, 'reads a'],
  [`last() { ${a}; }\ntrap last EXIT\n${b}`, 'reads a b'],
  [`trap '${a}' EXIT; trap - EXIT`, ''],
  [`cat <<EOF; exit\n$(${a})\nEOF\n${b}`, 'reads a'],
  // Where it ends something else, or perhaps nothing.
  [`(exit; ${a}); ${b}`, 'reads b'],
  [`{ exit; } | cat; ${a}`, 'reads a'],
  [`exit | cat; ${a}`, 'reads a'],
  [`exit & ${a}`, 'reads a'],
  [`n=$(exit 3; ${a}); ${b}`, 'reads b'],
  [`x && exit; ${a}`, 'reads a'],
  [`x || { ${a}; exit 1; ${b}; }; ${c}`, 'reads a c'],
  [`if x; then exit; fi; ${a}`, 'reads a'],
  [`while x; do exit; done; ${a}`, 'reads a'],
  [`while true; do x && break; exit; done; ${a}`, 'reads a'],
  [`for x in $list; do exit; done; ${a}`, 'reads a'],
  [`case $1 in exit) ${a};; esac; ${b}`, 'reads a b'],
  [`x && die() { exit; }; x && die; ${a}`, 'reads a'],
  [`leave() { x && return; exit; }; leave; ${a}`, 'reads a'],
  [`sudo exit; ${a}`, 'reads a'],
  // A shell that is no function, and reads no file in, refuses it and goes on.
  [`${a}\nreturn 0\n${b}`, 'reads a b'],
  [`run() { ${a}; return; ${b}; }\nrun\n${c}`, 'reads a c'],
  [`run() { x && return; ${a}; }\nrun`, 'reads a'],
  [`for x in 1 2; do ${a}; break; ${b}; done; ${c}`, 'reads a c'],
  [`for x in 1 2; do ${a}; continue; ${b}; done; ${c}`, 'reads a c'],
]

/** Commands behind a condition that never holds. */
const neverCases: readonly SqlCase[] = [
  [`if false; then ${a}; fi; ${b}`, 'reads b'],
  [`if false; then ${a}; else ${b}; fi`, 'reads b'],
  [`if true; then ${a}; else ${b}; fi`, 'reads a'],
  [`if false; then n=$(${a}); elif true; then ${b}; else ${c}; fi`, 'reads b'],
  [`if false\nthen\n${a}\nfi\n${b}`, 'reads b'],
  [`if x; then ${a}; elif false; then ${b}; else ${c}; fi`, 'reads a c'],
  [`if ! true; then ${a}; fi; if ! false; then ${b}; fi`, 'reads b'],
  [`while false; do ${a}; done; until true; do ${b}; done; ${c}`, 'reads c'],
  [`while ${a}; do ${b}; done`, 'reads a b'],
  [`for x in; do ${a}; done; for x in "$@"; do ${b}; done`, 'reads b'],
  [`false && ${a}; true || ${b}; false && x || ${c}`, 'reads c'],
  [`false && { ${a}; ${b}; }; true && ${c}`, 'reads c'],
  [`false || (${a}); true || (${b})`, 'reads a'],
  [`false && odpscmd -e "select * from a where x = '$(${b})'"; ${c}`, 'reads c'],
  [`false && ${a} | odpscmd; ${b}`, 'reads b'],
  [`false && cat <<EOF\n$(${a})\nEOF\n${b}`, 'reads b'],
  [`[ 1 -eq 2 ] && ${a}; [ x = x ] && ${b}; [[ 1 == 2 ]] && ${c}`, 'reads b'],
  [`if ((0)); then ${a}; fi; if test 1 -gt 2; then ${b}; fi; ${c}`, 'reads c'],
  [`case x in y) ${a};; x) ${b};; *) ${c};; esac`, 'reads b'],
  [`case x in x) ${a};& y) ${b};; esac`, 'reads a b'],
  [`(case $1 in x) ${a};; esac); n=$(case $1 in x) ${b};; esac)`, 'reads a b'],
  [`if x; then false; fi && ${a}`, 'reads a'],
  [`x && false; y || ${a}`, 'reads a'],
  // Comments.
  [`: <<'EOF'\n${a}\nEOF\n${b}`, 'reads b'],
  [`: <<EOF\n$(${a})\nEOF\n${b}`, 'reads a b'],
  [`if false; then\n: <<'EOF'\n${a}\nEOF\n${b}\nfi\n${c}`, 'reads c'],
]

/** All of these. */
export const shellFlowCases: readonly SqlCase[] = [endedCases, neverCases].flat()
