#!/bin/sh
# Starts Flower behind a password: FLOWER_BASIC_AUTH (user:password) or the file that FLOWER_BASIC_AUTH_FILE names, else
# one that is made at the first start, shown once in the log and kept on the volume.
set -eu
umask 077
password_file=/var/lib/warraq/flower-password

if [ -n "${FLOWER_BASIC_AUTH_FILE:-}" ]; then
    FLOWER_BASIC_AUTH="$(cat "$FLOWER_BASIC_AUTH_FILE")"
    unset FLOWER_BASIC_AUTH_FILE
fi
if [ -z "${FLOWER_BASIC_AUTH:-}" ]; then
    if [ ! -s "$password_file" ]; then
        python -c 'import secrets; print(secrets.token_urlsafe(18))' >"$password_file"
        echo "Flower: user warraq, password $(cat "$password_file") (shown this once; kept in $password_file)"
    fi
    FLOWER_BASIC_AUTH="warraq:$(cat "$password_file")"
fi
export FLOWER_BASIC_AUTH

# Read-only: else the page can revoke, apply and shut down.
exec celery -A workers flower --address=0.0.0.0 --port=5555 --read_only --max_tasks=20000 --purge_offline_workers=3600 \
    --persistent --db=/var/lib/warraq/flower --state_save_interval=60000
