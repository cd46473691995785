#!/bin/sh
# Makes the cluster's certificates: an authority of its own, once, and a certificate for each server.
#
#   make-certificates.sh          what is missing; nothing where all is there
#   make-certificates.sh renew    new certificates for the servers, by the same authority
#
# The service "certificates" of docker-compose.yml runs it, with a volume under each of these:
#   $ROOT/authority       ca.crt, ca.key   no other container sees the key
#   $ROOT/trust           ca.crt           for servers and clients
#   $ROOT/nodes/<server>  node.crt, node.key   for that server only
set -eu

ROOT=${ROOT:-}
SERVERS=${SERVERS:?the names of the servers, with blanks between}
OWNER=${OWNER:?the user and group that the servers run as, such as 1001:1001}
DAYS=${DAYS:-365}
AUTHORITY_DAYS=${AUTHORITY_DAYS:-3650}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() {
  echo "make-certificates: $1" >&2
  exit 1
}

# Under another name first: a certificate is there as a whole or not at all, whenever this is killed.
put() { # file, place, mode, owner
  rm -f "$2.partial"
  cp "$1" "$2.partial"
  chmod "$3" "$2.partial"
  if [ -n "$4" ]; then chown "$4" "$2.partial"; fi
  mv -f "$2.partial" "$2"
}

authority() {
  if [ -s "$ROOT/authority/ca.key" ] && [ -s "$ROOT/authority/ca.crt" ]; then return; fi
  es-gencert-cli create-ca -days "$AUTHORITY_DAYS" -out "$work/ca"
  # The tool ends with 0 also where it failed.
  [ -s "$work/ca/ca.key" ] && [ -s "$work/ca/ca.crt" ] || fail 'no authority was made'
  put "$work/ca/ca.crt" "$ROOT/authority/ca.crt" 0444 ''
  put "$work/ca/ca.key" "$ROOT/authority/ca.key" 0400 ''
  # Certificates by another authority are none.
  renew=yes
  echo "make-certificates: made the authority, for $AUTHORITY_DAYS days"
}

certificate() { # server
  place="$ROOT/nodes/$1"
  if [ "$renew" = no ] && [ -s "$place/node.key" ] && [ -s "$place/node.crt" ]; then return; fi
  es-gencert-cli create-node -ca-certificate "$ROOT/authority/ca.crt" -ca-key "$ROOT/authority/ca.key" \
    -days "$DAYS" -out "$work/$1" -ip-addresses 127.0.0.1 -dns-names "$1,localhost"
  [ -s "$work/$1/node.key" ] && [ -s "$work/$1/node.crt" ] || fail "no certificate was made for $1"
  # Killed between the two, a new key would stand beside an old certificate: better none, which is noticed.
  rm -f "$place/node.crt"
  put "$work/$1/node.key" "$place/node.key" 0400 "$OWNER"
  put "$work/$1/node.crt" "$place/node.crt" 0444 "$OWNER"
  echo "make-certificates: made the certificate of $1, for $DAYS days"
}

case "${1:-}" in
  '') renew=no ;;
  renew) renew=yes ;;
  *) fail "what is $1? Nothing, or renew." ;;
esac

authority
put "$ROOT/authority/ca.crt" "$ROOT/trust/ca.crt" 0444 ''
for server in $SERVERS; do certificate "$server"; done
