# Waiting for what is to happen, however long a busy machine takes.

# await COMMAND...: until it succeeds, a minute at most.
await() {
  local end=$((SECONDS + 60))
  until "$@" >/dev/null 2>&1; do
    if ((SECONDS > end)); then
      echo "Waited a minute for: $*" >&2
      return 1
    fi
    sleep 0.05
  done
}
