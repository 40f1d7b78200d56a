"""An independent reader of Saqta vaults, written from docs/decisions/0001 and 0002 alone.

It shares no code, no language and no crypto library with the program. It only reads: nothing in the vault is changed.

    python3 vault_reader.py vectors DIR
        checks all of DIR/format-1.json and DIR/vault-1
    python3 vault_reader.py vault DIR (--passphrase-file F | --recovery-code-file F) [--out DIR]
        [--state DIR]
        opens a vault, lists and checks its evidence; --out writes the contents; --state checks the head kept outside

Exit status: 0 all holds, 1 something was found, 2 not opened. Integers are big-endian throughout.
"""

import argparse
import base64
import hashlib
import hmac
import io
import json
import math
import re
import shutil
import struct
import sys
import tempfile
import unicodedata
import uuid
from datetime import datetime, timezone
from decimal import Decimal
from pathlib import Path

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

try:
    import sqlcipher3
except ImportError:  # everything but the database still works
    sqlcipher3 = None


class Refused(Exception):
    """`fault` is one of the names the decision pages use."""

    def __init__(self, fault, detail=""):
        super().__init__(f"{fault}: {detail}" if detail else fault)
        self.fault = fault


def require(condition, fault, detail=""):
    if not condition:
        raise Refused(fault, detail)


# ---------------------------------------------------------------------------------------------------- primitives


def sha256(data):
    return hashlib.sha256(data).digest()


def hmac256(key, data):
    return hmac.digest(key, data, "sha256")


def hkdf(secret, salt, info, size):
    """RFC 5869 by hand: extract, then expand. HMAC pads an empty salt with zeros by itself."""
    prk, block, out = hmac256(salt or bytes(32), secret), b"", b""
    for counter in range(1, math.ceil(size / 32) + 1):
        block = hmac256(prk, block + info + bytes([counter]))
        out += block
    return out[:size]


def gcm_open(key, nonce, sealed, additional, fault):
    """AES-256-GCM; the tag is the last 16 bytes of `sealed`."""
    try:
        return AESGCM(key).decrypt(nonce, sealed, additional)
    except InvalidTag:
        raise Refused(fault, "tag") from None


def box_open(keys, box, additional):
    """Box: 32 commitment | 12 nonce | n ciphertext | 16 tag. None when commitment or tag does not fit."""
    if not hmac.compare_digest(keys[32:], box[:32]):
        return None
    try:
        return AESGCM(keys[:32]).decrypt(box[32:44], box[44:], additional)
    except InvalidTag:
        return None


def text_field(data, fault):
    """A 2-byte length, the UTF-8 text, zeros up to the end of the field."""
    size = int.from_bytes(data[:2], "big")
    require(size <= len(data) - 2 and not any(data[2 + size :]), fault, "text field")
    try:
        return data[2 : 2 + size].decode("utf-8")
    except UnicodeDecodeError:
        raise Refused(fault, "text is not UTF-8") from None


def instant(milliseconds):
    moment = datetime.fromtimestamp(milliseconds // 1000, timezone.utc)
    return f"{moment:%Y-%m-%dT%H:%M:%S}.{milliseconds % 1000:03d}Z"


# ------------------------------------------------------------------------------------------------------- secrets

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def passphrase_bytes(passphrase):
    require(passphrase != "", "wrong-passphrase", "empty")
    try:
        return unicodedata.normalize("NFKC", passphrase).encode("utf-8")
    except UnicodeEncodeError:
        raise Refused("wrong-passphrase", "unpaired surrogate") from None


def passphrase_from_file(data):
    """A byte order mark at the start and exactly one line end at the end go; nothing else does."""
    data = data.removeprefix(b"\xef\xbb\xbf")
    data = data[:-2] if data.endswith(b"\r\n") else data.removesuffix(b"\n")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise Refused("wrong-passphrase", "the file is not UTF-8") from None


def code_check(index, two):
    """The first nine bits."""
    digest = sha256(b"saqta/v1/recovery-code" + bytes([index]) + two)
    return int.from_bytes(digest[:2], "big") >> 7


def write_code(data):
    groups = []
    for i in range(8):
        two = data[2 * i : 2 * i + 2]
        bits = int.from_bytes(two, "big") << 9 | code_check(i, two)
        groups.append("".join(ALPHABET[bits >> shift & 31] for shift in (20, 15, 10, 5, 0)))
    return "-".join(groups)


def read_code(text):
    text = unicodedata.normalize("NFKC", text).upper()
    text = "".join(c for c in text if not c.isspace() and unicodedata.category(c) != "Pd" and c not in "\ufeff\u2212_.")
    text = text.translate(str.maketrans("OIL", "011"))
    require(len(text) == 40, "recovery-code-mistyped", "group 0")
    data = b""
    for i in range(8):
        bits = 0
        for character in text[5 * i : 5 * i + 5]:
            require(character in ALPHABET, "recovery-code-mistyped", f"group {i + 1}")
            bits = bits << 5 | ALPHABET.index(character)
        two = (bits >> 9).to_bytes(2, "big")
        require(bits & 511 == code_check(i, two), "recovery-code-mistyped", f"group {i + 1}")
        data += two
    return data


def code_secret(text):
    return b"saqta/v1/recovery-code:" + read_code(text)


# -------------------------------------------------------------------------------------------------------- header

HEADER, SLOTS, SLOT, DIRECTORY, MAC, DIGEST = 3396, 80, 376, 3088, 3332, 3364
NEWEST = 1


class Copy:
    """The clear part of one header copy."""

    def __init__(self, data, name="header"):
        require(len(data) >= 10 and data[:8] == b"SAQTAHDR", "header-damaged", f"{name}: magic")
        whole = sha256(data[:-32]) == data[-32:]
        version = int.from_bytes(data[8:10], "big")
        # A newer version is believed only from a whole copy: otherwise one flipped bit would look like it.
        require(not (version > NEWEST and whole), "vault-newer", name)
        require(version == NEWEST and len(data) == HEADER, "header-damaged", f"{name}: version or length")
        derivation, self.memory, self.passes, self.lanes = struct.unpack(">HIII", data[10:24])
        # Known values only; what else version 1 could hold here is damage.
        require(derivation == 1, "header-damaged", f"{name}: key derivation {derivation}")
        require(
            65536 <= self.memory <= 1048576 and 1 <= self.passes <= 10 and 1 <= self.lanes <= 8,
            "kdf-out-of-bounds",
            name,
        )
        self.name, self.data, self.whole = name, data, whole
        self.vault_id, self.salt = data[24:40], data[40:72]
        self.epoch = int.from_bytes(data[72:80], "big")
        require(self.epoch > 0, "header-damaged", f"{name}: epoch 0")


class Keys:
    """What one slot gives."""

    def __init__(self, copy, slot, part1, part2):
        self.slot, self.type = slot, int.from_bytes(part1[:2], "big")
        require(self.type in (1, 2), "vault-newer", f"slot type {self.type}")
        self.label = text_field(part1[2:64], "header-damaged")
        self.holder_id = str(uuid.UUID(bytes=part1[64:80]))
        self.agreement, self.signing_seed = part1[80:112], part1[112:144]
        self.signing_public = Ed25519PrivateKey.from_private_bytes(self.signing_seed).public_key().public_bytes_raw()
        self.agreement_public = X25519PrivateKey.from_private_bytes(self.agreement).public_key().public_bytes_raw()
        count = int.from_bytes(part2[:2], "big")
        require(count in (1, 2) and not any(part2[2:8]), "header-damaged", "part 2")
        require(count == 2 or not any(part2[40:72]), "header-damaged", "a VMK before without its count")
        self.masters = [part2[8:40], part2[40:72]][:count]  # the newest first
        self.created_at = int.from_bytes(part2[72:80], "big")
        self.vault_id = copy.vault_id
        self.header_key = self.derive("header-key")
        self.mac_key = hkdf(self.header_key, b"", b"saqta/v1/header-mac", 32)

    def derive(self, label, master=0):
        return hkdf(self.masters[master], self.vault_id, f"saqta/v1/{label}".encode(), 32)

    def mac_fits(self, copy):
        return hmac.compare_digest(hmac256(self.mac_key, copy.data[:MAC]), copy.data[MAC:DIGEST])


def attempt_key(secret, copy):
    return hash_secret_raw(
        secret, copy.salt, time_cost=copy.passes, memory_cost=copy.memory, parallelism=copy.lanes,
        hash_len=32, type=Type.ID, version=0x13,
    )  # fmt: skip


def open_slots(copy, key):
    """All eight slots, in order; one that does not open is passed over.

    Slot: 204 part 1 | 32 ephemeral public key | 140 part 2."""
    for number in range(8):
        slot = copy.data[SLOTS + SLOT * number :][:SLOT]
        part1, ephemeral, part2 = slot[:204], slot[204:236], slot[236:]
        own, bound = bytes([number]), copy.data[:72] + bytes([number])
        first = box_open(hkdf(key, b"", b"saqta/v1/slot-holder" + own, 64), part1, bound)
        if first is None:
            continue
        holder = X25519PrivateKey.from_private_bytes(first[80:112])
        try:
            shared = holder.exchange(X25519PublicKey.from_public_bytes(ephemeral))
        except ValueError:  # the library refuses the all-zero result
            continue
        salt = ephemeral + holder.public_key().public_bytes_raw()
        second = box_open(hkdf(shared, salt, b"saqta/v1/slot-vault-keys" + own, 64), part2, bound)
        if second is not None:
            return Keys(copy, number, first, second)
    return None


def read_directory(copy, keys):
    """Eight entries: 2 type | 2 zero | 16 holder id; then 24 zeros. The additional data hold the epoch."""
    box = copy.data[DIRECTORY:MAC]
    plain = box_open(hkdf(keys.header_key, b"", b"saqta/v1/header-directory", 64), box, copy.data[:80])
    require(plain is not None and len(plain) == 184 and not any(plain[160:]), "header-damaged", "directory")
    entries = []
    for at in range(0, 160, 20):
        kind, zero, holder = struct.unpack(">HH16s", plain[at : at + 20])
        require(kind <= 2, "vault-newer", f"slot type {kind}")
        require(zero == 0 and (kind != 0 or not any(holder)), "header-damaged", "directory entry")
        entries.append((kind, str(uuid.UUID(bytes=holder)) if kind else None))
    return entries


class Opened:
    """The believed copy, its keys, and what has to be said."""

    def __init__(self, copy, keys, notices):
        self.copy, self.keys, self.notices = copy, keys, notices


def open_header(folder, secret):
    """"Which copy counts", steps 1 to 4; step 5 writes and is not a reader's."""
    readable, faults = [], []
    for name in ("header.a", "header.b"):
        path = Path(folder, name)
        if path.exists():
            try:
                readable.append(Copy(path.read_bytes(), name))
            except Refused as refused:
                if refused.fault == "vault-newer":
                    raise
                faults.append(refused)
    require(readable or faults, "not-a-vault")
    notices = [str(fault) for fault in faults]
    if not readable:
        raise next((f for f in faults if f.fault == "kdf-out-of-bounds"), faults[0])
    readable.sort(key=lambda copy: (not copy.whole, -copy.epoch))
    attempts, opened = {}, []
    for copy in readable:
        if not copy.whole:
            notices.append(f"{copy.name}: SHA-256 does not fit")
        if copy.data[:72] not in attempts:
            attempts[copy.data[:72]] = attempt_key(secret, copy)
        keys = open_slots(copy, attempts[copy.data[:72]])
        if keys:
            opened.append((copy, keys))
    require(opened, "wrong-passphrase")
    fitting = [(copy, keys) for copy, keys in opened if keys.mac_fits(copy)]
    copy, keys = max(fitting, key=lambda pair: pair[0].epoch) if fitting else opened[0]
    for other in readable:
        replaced = other.epoch > copy.epoch and keys.mac_fits(other)
        require(not replaced, "wrong-passphrase", f"{other.name} is newer and no longer opens with it")
        if other.data != copy.data:
            notices.append(f"{other.name} differs from {copy.name}")
    if not fitting:
        notices.append(f"read-only: the MAC of {copy.name} does not fit")
    elif read_directory(copy, keys)[keys.slot] != (keys.type, keys.holder_id):
        notices.append("directory and slot disagree")
    return Opened(copy, keys, notices)


# ------------------------------------------------------------------------------------------------- sealed blobs

CHUNK, TAG, TAIL, BLOB_HEADER = 65536, 16, 1024, 80


def padme(size):
    exponent = size.bit_length() - 1
    step = 1 << (exponent - exponent.bit_length())  # bit_length(E) = floor(log2 E) + 1 = S
    return -(-size // step) * step


class Blob:
    """A seekable file. The header and the last chunk are checked at once, the others while `content` runs."""

    def __init__(self, file, blob_id, blob_key):
        bad = "blob-damaged"
        size = file.seek(0, 2)
        chunks = -(-(size - BLOB_HEADER) // (CHUNK + TAG))
        padded = size - BLOB_HEADER - TAG * chunks
        require(chunks > 0 and padded >= 16384 and padme(padded) == padded, bad, "length of the file")
        self.file, self.chunks = file, chunks
        file.seek(0)
        self.header = file.read(BLOB_HEADER)
        require(self.header[:16] == b"SAQTABLB" + struct.pack(">HHI", 1, 16, 0), bad, "header")
        self.salt, self.commitment = self.header[16:48], self.header[48:80]
        derived = hkdf(blob_key, self.salt, b"saqta/v1/blob" + uuid.UUID(blob_id).bytes, 64)
        self.key = derived[:32]
        require(hmac.compare_digest(derived[32:], self.commitment), bad, "commitment")
        self.last = self.chunk(chunks - 1)
        tail = self.last[-TAIL:]
        version = int.from_bytes(tail[:2], "big")
        require(version == NEWEST, "vault-newer" if version > NEWEST else bad, "tail")
        self.name = text_field(tail[2:976], bad)
        self.received_at, self.sha256, self.size = struct.unpack(">Q32sQ", tail[976:])
        require(padme(max(16384, self.size + TAIL)) == padded, bad, "length in the tail")
        require(self.received_at < 253402300800000, bad, "time in the tail")  # the year 10000

    def chunk(self, k):
        self.file.seek(BLOB_HEADER + k * (CHUNK + TAG))
        nonce = k.to_bytes(11, "big") + bytes([k == self.chunks - 1])
        return gcm_open(self.key, nonce, self.file.read(CHUNK + TAG), self.header, "blob-damaged")

    def content(self):
        """Gives the content chunk by chunk. What was given is to be believed only once this has ended."""
        digest, left = hashlib.sha256(), self.size
        for k in range(self.chunks):
            plain = self.last[:-TAIL] if k == self.chunks - 1 else self.chunk(k)
            part, padding = plain[:left], plain[left:]
            require(not any(padding), "blob-damaged", "padding")
            left -= len(part)
            digest.update(part)
            yield part
        require(digest.digest() == self.sha256, "blob-damaged", "SHA-256 of the content")


def open_blob(file, blob_id, keys):
    """While a rotation has not finished, a blob may be under either master key."""
    for master in range(len(keys.masters)):
        try:
            return Blob(file, blob_id, keys.derive("blob-key", master))
        except Refused as refused:
            if "commitment" not in str(refused) or master == len(keys.masters) - 1:
                raise


def blob_files(folder):
    """blobs/<first digit>/<id>; everything else, such as .tmp, is not acknowledged."""
    for path in sorted(Path(folder, "blobs").glob("[0-9a-f]/*")):
        if re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", path.name) and path.parent.name == path.name[0]:
            yield path


# ------------------------------------------------------------------------------------- database and audit chain


def canonical_number(number):
    """As ECMAScript writes a double, which RFC 8785 demands: the shortest digits, an exponent from 1e21 and below 1e-6."""
    if not number:
        return "0"
    sign, digits, power = Decimal(repr(float(number))).as_tuple()
    digits = "".join(map(str, digits))
    point = len(digits) + power  # the value is 0.DIGITS * 10^point
    digits = digits.rstrip("0")
    if not -6 < point <= 21:
        mantissa = digits[0] + ("." + digits[1:] if digits[1:] else "")
        text = f"{mantissa}e{point - 1:+d}"
    elif point <= 0:
        text = f"0.{'0' * -point}{digits}"
    elif point >= len(digits):
        text = digits.ljust(point, "0")
    else:
        text = f"{digits[:point]}.{digits[point:]}"
    return f"-{text}" if sign else text


def canonical(value):
    """RFC 8785: members in the order of their UTF-16 code units, no blanks."""
    if isinstance(value, dict):
        members = sorted(value.items(), key=lambda member: member[0].encode("utf-16-be"))
        return "{" + ",".join(f"{canonical(name)}:{canonical(inner)}" for name, inner in members) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ",".join(canonical(inner) for inner in value) + "]"
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return canonical_number(value)
    return json.dumps(value, ensure_ascii=False)


def row_hash(salt, table, row):
    """SHA-256(16 bytes of salt | canonical JSON of [table, {column: value}]); NULLs are left out."""
    columns = {
        name: {"hex": value.hex()} if isinstance(value, bytes) else value
        for name, value in row.items()
        if value is not None
    }
    return sha256(salt + canonical([table, columns]).encode()).hex()


class Database:
    """A copy of vault.db and its log, still encrypted, so that opening changes nothing in the vault."""

    def __init__(self, folder, keys):
        self.folder = tempfile.mkdtemp(prefix="vault-reader-")
        for name in ("vault.db", "vault.db-wal"):
            if Path(folder, name).exists():
                shutil.copyfile(Path(folder, name), Path(self.folder, name))
        for master in range(len(keys.masters)):
            self.connection = sqlcipher3.connect(str(Path(self.folder, "vault.db")))
            self.connection.execute(f"PRAGMA key = \"x'{keys.derive('database-key', master).hex()}'\"")
            self.connection.execute("PRAGMA temp_store = MEMORY")
            try:
                self.version = self.connection.execute("PRAGMA user_version").fetchone()[0]
                return
            except sqlcipher3.dbapi2.DatabaseError as error:
                self.connection.close()
                failed = error
        self.close()
        raise Refused("database-damaged", str(failed))

    def rows(self, sql, *parameters):
        cursor = self.connection.execute(sql, parameters)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row)) for row in cursor]

    def close(self):
        self.connection.close()
        shutil.rmtree(self.folder)

    def covered(self):
        """Covered tables are those with the column `changed_by`, and `history`."""
        tables = self.rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        for table in (row["name"] for row in tables):
            if table == "history" or any(c["name"] == "changed_by" for c in self.rows(f'PRAGMA table_info("{table}")')):
                yield table


MEMBERS = {
    "version", "vault", "chain", "sequence", "previous", "seen", "at", "holder", "verb", "subjectKind", "subjectId",
    "rows",
}  # fmt: skip


def check_pages(database):
    """SQLCipher's HMAC of each page, then SQLite's own structure."""
    findings = [f"page: {row[0]}" for row in database.connection.execute("PRAGMA cipher_integrity_check")]
    return findings + [
        f"database: {row[0]}" for row in database.connection.execute("PRAGMA integrity_check") if row[0] != "ok"
    ]


def check_chain(database, opened):
    """Every entry by position, then every live row against the newest entry that names it."""
    keys, vault_id = opened.keys, str(uuid.UUID(bytes=opened.copy.vault_id))
    signers = {row["id"]: row["signing_key"] for row in database.rows("SELECT id, signing_key FROM holders")}
    findings = []
    if signers.get(keys.holder_id) != keys.signing_public:
        findings.append(f"holder {keys.holder_id}: the database has another key than the header")
    signers[keys.holder_id] = keys.signing_public  # of the header; other holders' keys only the database has
    heads, sequences, newest, expected, version = {}, {}, {}, 1, None
    for row in database.rows("SELECT position, body, hash, signature FROM audit_entries ORDER BY position"):
        position = row["position"]
        if position != expected:  # one finding for a gap, at its start
            findings.append(f"entry-missing {expected}")
        expected = position + 1
        try:
            entry = json.loads(row["body"])
            holds = (
                set(entry) == MEMBERS
                and canonical(entry) == row["body"]
                and sha256(row["body"].encode()).hex() == row["hash"]
            )
        except (ValueError, TypeError):
            entry, holds = None, False
        if not holds:
            findings.append(f"entry-changed {position}")
            if not isinstance(entry, dict) or set(entry) != MEMBERS:
                continue
        require(entry["version"] <= NEWEST, "vault-newer", f"entry {position}")
        chain = entry["chain"]
        in_order = (
            entry["vault"] == vault_id
            and entry["sequence"] == sequences.get(chain, 0) + 1
            and entry["previous"] == heads.get(chain, "")
            and entry["seen"] == {other: head for other, head in heads.items() if other != chain}
        )
        if not in_order:
            findings.append(f"entry-order {position}")
        signed = b"saqta audit entry v1\0" + bytes.fromhex(row["hash"])
        try:
            Ed25519PublicKey.from_public_bytes(signers[entry["holder"]]).verify(row["signature"], signed)
        except (InvalidSignature, KeyError, ValueError):
            findings.append(f"entry-signature {position}")
        sequences[chain], heads[chain] = entry["sequence"], row["hash"]
        for table, row_id, digest in entry["rows"]:
            newest[table, row_id] = (position, digest)
    return findings + check_rows(database, newest)


def check_rows(database, newest):
    findings, newest = [], dict(newest)
    salts = {
        (row["table_name"], row["row_id"], row["position"]): row["salt"]
        for row in database.rows("SELECT table_name, row_id, position, salt FROM audit_salts")
    }
    for table in database.covered():
        for row in database.rows(f'SELECT * FROM "{table}"'):
            position, digest = newest.pop((table, row["id"]), (None, None))
            if digest is None:
                findings.append(f"row-added {table} {row['id']}")
                continue
            salt = salts.get((table, row["id"], position))
            if salt is None or len(salt) != 16 or row_hash(salt, table, row) != digest:
                findings.append(f"row-changed {table} {row['id']}")
    return findings + [f"row-removed {table} {row_id}" for (table, row_id), (_, digest) in newest.items() if digest]


def check_header_row(database, opened):
    """An older header, or another of the same epoch, would bring back a secret that was removed."""
    (row,) = database.rows("SELECT id, epoch, sha256 FROM vault_header")
    copy = opened.copy
    require(row["id"] == str(uuid.UUID(bytes=copy.vault_id)), "database-damaged", "of another vault")
    stale = copy.epoch < row["epoch"] or copy.epoch == row["epoch"] and sha256(copy.data).hex() != row["sha256"]
    require(not stale, "header-stale", f"epoch {copy.epoch}, the database has {row['epoch']}")


def check_head(database, opened, state):
    """heads/NAME: 1 version | 12 nonce | 99 + 16 AES-256-GCM."""
    head_key, vault_id = opened.keys.derive("head-key"), str(uuid.UUID(bytes=opened.copy.vault_id))
    name = hmac256(head_key, b"saqta head file v1\0" + vault_id.encode())[:16].hex()
    path = Path(state, "heads", name)
    if not path.exists():
        return ["head-unknown"]
    data = path.read_bytes()
    try:
        require(len(data) == 128 and data[0] == 1, "head-unknown")
        plain = gcm_open(head_key, data[1:13], data[13:], data[:1] + name.encode(), "head-unknown")
    except Refused:
        return ["head-unknown"]
    position, digest, chain, sequence = struct.unpack(">Q32s36sQ", plain[:84])
    device = hmac256(head_key, b"saqta device chain v1\0" + Path(state, "device").read_bytes())[:16]
    device = str(uuid.UUID(bytes=device, version=4))
    count, seen = database.connection.execute(
        "SELECT count(*), max(hash = ?) FROM audit_entries", (digest.hex(),)
    ).fetchone()
    if chain.decode() != device or any(plain[84:]):
        return [f"head: chain {chain.decode()}, this device's is {device}"]
    if seen:
        return []
    (own,) = database.connection.execute(
        "SELECT coalesce(max(sequence), 0) FROM audit_entries WHERE chain = ?", (device,)
    ).fetchone()
    return ["older-than-seen" if count < position and own < sequence else "forked"]


# --------------------------------------------------------------------------------------------------- whole vault


def safe_name(name):
    """No folder, nothing hidden, nothing over the 255 bytes a file system takes with the blob's id before it."""
    name = "".join("_" if c in '/\\:*?"<>|' or unicodedata.category(c)[0] == "C" else c for c in name).strip(" .")
    return name.encode()[:180].decode(errors="ignore") or "unnamed"


def drain(blob, blob_id, out):
    """Checks all of a blob, and with `out` writes it: the name is given only to what held to the end."""
    if out is None:
        for _ in blob.content():
            pass
        return None
    target = Path(out, f"{blob_id} {safe_name(blob.name)}")
    part = target.with_name(f"{blob_id}.part")
    try:
        with part.open("wb") as file:
            for piece in blob.content():
                file.write(piece)
        part.rename(target)
    finally:
        part.unlink(missing_ok=True)
    return target.name


def check_blob(path, keys, out, row=None):
    """One blob, by its own tail and, where there is one, by its row."""
    told = {"blob": path.name}
    if row:
        told |= {"id": row["id"], "number": row["number"], "title": row["title"]}
    try:
        require(path.exists(), "blob-missing")
        with path.open("rb") as file:
            blob = open_blob(file, path.name, keys)
            told |= {"name": blob.name, "sizeBytes": blob.size, "sha256": blob.sha256.hex()}
            told |= {"receivedAt": instant(blob.received_at)}
            if row:
                own = (blob.commitment.hex(), blob.size, blob.sha256.hex())
                same = own == (row["blob_commitment"], row["size_bytes"], row["sha256"])
                require(same, "blob-damaged", "not the blob of its row")
            told["file"] = drain(blob, path.name, out)
    except Refused as refused:
        told["fault"] = str(refused)
    return told


def read_vault(folder, secret, out=None, state=None):
    opened = open_header(folder, secret)
    keys = opened.keys
    report = {
        "vault": str(uuid.UUID(bytes=keys.vault_id)),
        "createdAt": instant(keys.created_at),
        "epoch": opened.copy.epoch,
        "slot": keys.slot,
        "holder": keys.holder_id,
        "findings": opened.notices,
    }
    paths = {path.name: path for path in blob_files(folder)}
    rows = []
    if not Path(folder, "vault.db").exists():
        report["database"] = "none: what follows is from the blobs alone"
    elif sqlcipher3 is None:
        report["database"] = "not read: no sqlcipher3"
    else:
        database = Database(folder, keys)
        try:
            check_header_row(database, opened)
            report["database"] = f"version {database.version}"
            report["entries"] = database.rows("SELECT count(*) AS n FROM audit_entries")[0]["n"]
            report["findings"] += check_pages(database) + check_chain(database, opened)
            if state:
                report["findings"] += check_head(database, opened, state)
            rows = database.rows(
                "SELECT id, case_id, number, title, blob_id, blob_commitment, size_bytes, sha256 FROM evidence "
                "ORDER BY case_id, number"
            )
        finally:
            database.close()
    if out:
        Path(out).mkdir(parents=True, exist_ok=True)
    report["evidence"] = []
    for row in rows:
        blob_id = row["blob_id"]
        path = paths.pop(blob_id, Path(folder, "blobs", blob_id[0], blob_id))
        report["evidence"].append(check_blob(path, keys, out, row))
    report["withoutRow"] = [check_blob(path, keys, out) for path in paths.values()]
    told = report["evidence"] + report["withoutRow"]
    report["findings"] += [f"{one['fault']} {one['blob']}" for one in told if "fault" in one]
    return report


# ------------------------------------------------------------------------------------------------------- vectors


class Checks:
    def __init__(self):
        self.passed, self.failures = 0, []

    def equal(self, name, found, expected):
        if found == expected:
            self.passed += 1
        else:
            self.failures.append(f"{name}: {found!r}, not {expected!r}")

    def refused(self, name, fault, action, *arguments):
        try:
            action(*arguments)
            self.failures.append(f"{name}: not refused")
        except Refused as refused:
            self.equal(name, refused.fault, fault)


def flipped(data, at, bit=1):
    changed = bytearray(data)
    changed[at] ^= bit
    return bytes(changed)


def rehashed(data, **changes):
    """A header copy with other fields, whole again; nobody without the keys can mend the MAC."""
    places = {"version": (8, 2), "derivation": (10, 2), "memory": (12, 4), "passes": (16, 4), "lanes": (20, 4)}
    changed = bytearray(data)
    for name, value in changes.items():
        at, size = places[name]
        changed[at : at + size] = value.to_bytes(size, "big")
    return bytes(changed[:DIGEST]) + sha256(changed[:DIGEST])


def header_vectors(check, header, random):
    data = base64.b64decode(header["fileBase64"])
    copy, code = Copy(data), header["recoveryCode"]
    check.equal("header: whole", copy.whole, True)
    check.equal("header: SHA-256 of the file", sha256(data).hex(), header["sha256"])
    check.equal("header: passphrase", passphrase_bytes(header["passphrase"]).hex(), header["passphraseBytesHex"])
    check.equal("header: recovery code", code_secret(code).hex(), header["recoveryCodeBytesHex"])
    for name, got, expected in (
        ("memory", copy.memory, header["kdf"]["memoryKiB"]),
        ("passes", copy.passes, header["kdf"]["passes"]),
        ("lanes", copy.lanes, header["kdf"]["lanes"]),
        ("vault id", str(uuid.UUID(bytes=copy.vault_id)), header["vaultId"]),
        ("salt", copy.salt.hex(), header["saltHex"]),
        ("epoch", copy.epoch, header["epoch"]),
    ):
        check.equal(f"header: {name}", got, expected)
    found = {}
    for kind, secret in ((1, passphrase_bytes(header["passphrase"])), (2, code_secret(code))):
        name = "passphrase" if kind == 1 else "recovery"
        key = attempt_key(secret, copy)
        check.equal(f"{name}: attempt key", key.hex(), header[f"{name}AttemptKeyHex"])
        keys = found[kind] = open_slots(copy, key)
        check.equal(f"{name}: type", keys.type, kind)
        check.equal(f"{name}: label", keys.label, header.get("label", ""))
        check.equal(f"{name}: holder", keys.holder_id, header["holderId"])
        check.equal(f"{name}: created at", instant(keys.created_at), header["createdAt"])
        for field, value in (
            ("databaseKey", keys.derive("database-key")),
            ("blobKey", keys.derive("blob-key")),
            ("duplicateKey", keys.derive("duplicate-key")),
            ("headerKey", keys.header_key),
            ("headKey", keys.derive("head-key")),
            ("holderSigningSeed", keys.signing_seed),
            ("holderPublicKey", keys.signing_public),
            ("holderAgreementPublicKey", keys.agreement_public),
        ):
            check.equal(f"{name}: {field}", value.hex(), header["keysHex"][field])
        check.equal(f"{name}: MAC key", keys.mac_key.hex(), header["headerMacKeyHex"])
        check.equal(f"{name}: MAC", keys.mac_fits(copy), True)
        entry = read_directory(copy, keys)[keys.slot]
        check.equal(f"{name}: directory", entry, (kind, header["holderId"]))
        # Every byte of the slot and of the directory, changed one at a time.
        start = SLOTS + SLOT * keys.slot
        opened = [at for at in range(start, start + SLOT) if slot_opens(flipped(data, at), key)]
        check.equal(f"{name}: slot opens with a changed byte", opened, [])
        other = (keys.slot + 1) % 8
        moved = data[: SLOTS + SLOT * other] + data[start : start + SLOT] + data[SLOTS + SLOT * (other + 1) :]
        moved = flipped(moved, start)
        check.equal(f"{name}: slot opens in another place", slot_opens(moved, key), False)
    keys = found[1]
    check.equal("directory: slots in use", sum(kind > 0 for kind, _ in read_directory(copy, keys)), 2)
    fits = [at for at in range(DIGEST) if keys.mac_fits(unchecked(flipped(data, at)))]
    check.equal("header: MAC fits with a changed byte", fits, [])
    whole = [at for at in range(DIGEST) if sha256(flipped(data, at)[:DIGEST]) == data[DIGEST:]]
    check.equal("header: SHA-256 fits with a changed byte", whole, [])
    check.refused("header: newer", "vault-newer", Copy, rehashed(data, version=2))
    check.refused("header: another key derivation", "header-damaged", Copy, rehashed(data, derivation=2, memory=0))
    check.refused("header: newer, but not whole", "header-damaged", Copy, flipped(data, 9, 3))
    check.refused("header: magic", "header-damaged", Copy, flipped(data, 0))
    check.refused("header: cut", "header-damaged", Copy, data[:-1])
    for bounds in ({"memory": 65535}, {"memory": 1048577}, {"passes": 0}, {"passes": 11}, {"lanes": 0}, {"lanes": 9}):
        check.refused(f"header: {bounds}", "kdf-out-of-bounds", Copy, rehashed(data, **bounds))
    check.equal("random: vault id", uuid.UUID(bytes=random(0)[:16], version=4), uuid.UUID(header["vaultId"]))
    check.equal("random: salt", random(1).hex(), header["saltHex"])
    check.equal("random: recovery code", write_code(random(2)[:16]), code)
    check.equal("random: holder", uuid.UUID(bytes=random(3)[:16], version=4), uuid.UUID(header["holderId"]))
    check.equal("random: X25519 private key", random(4), keys.agreement)
    check.equal("random: Ed25519 seed", random(5), keys.signing_seed)
    return keys


def unchecked(data):
    """A copy that skips the checks of its clear fields, for what lies behind them."""
    copy = object.__new__(Copy)
    copy.data, copy.name, copy.vault_id = data, "changed", data[24:40]
    return copy


def slot_opens(data, key):
    return open_slots(unchecked(data), key) is not None


def code_vectors(check, codes):
    for vector in codes:
        code, data = vector["code"], bytes.fromhex(vector["bytesHex"])
        check.equal(f"code {code}: written", write_code(data), code)
        check.equal(f"code {code}: read", read_code(code), data)
        sloppy = code.lower().replace("-", " – ").replace("0", "o").replace("1", "l")
        check.equal(f"code {code}: read as people type it", read_code(sloppy), data)
        missed = []
        for at, old in enumerate(code):
            for new in ALPHABET if old != "-" else "":
                try:
                    if new != old and read_code(code[:at] + new + code[at + 1 :]):
                        missed.append(code[:at] + new + code[at + 1 :])
                except Refused:
                    pass
        # A check of 9 bits misses one wrong character in 512, or none.
        check.equal(f"code {code}: wrong characters missed", len(missed) <= 8, True)
        check.refused(f"code {code}: cut", "recovery-code-mistyped", read_code, code[:-1])


def blob_faults(data, blob_id, key):
    """The fault of a blob, or None if all of it is read."""
    try:
        for _ in Blob(io.BytesIO(data), blob_id, key).content():
            pass
        return None
    except Refused as refused:
        return refused.fault


def blob_vectors(check, blobs, key, folder):
    for index, vector in enumerate(blobs):
        blob_id, data = vector["id"], base64.b64decode(vector["fileBase64"])
        name, content = vector["name"], base64.b64decode(vector["contentBase64"])
        blob = Blob(io.BytesIO(data), blob_id, key)
        for field, got, expected in (
            ("salt", blob.salt.hex(), vector["saltHex"]),
            ("salt from the seed", sha256(f"salt {index}".encode()), blob.salt),
            ("key", blob.key.hex(), vector["keyHex"]),
            ("commitment", blob.commitment.hex(), vector["commitmentHex"]),
            ("name", blob.name, name),
            ("received at", instant(blob.received_at), vector["receivedAt"]),
            ("size", blob.size, vector["sizeBytes"]),
            ("SHA-256", blob.sha256.hex(), vector["sha256"]),
            ("content", b"".join(blob.content()), content),
            ("file", Path(folder, "blobs", blob_id[0], blob_id).read_bytes(), data),
        ):
            check.equal(f"blob {name}: {field}", got, expected)
        # Every byte of header, tail and tag, and every 61st between: each must be seen.
        places = [*range(1200), *range(1200, len(data) - 1200, 61), *range(len(data) - 1200, len(data))]
        passed = [at for at in places if blob_faults(flipped(data, at), blob_id, key) is None]
        check.equal(f"blob {name}: read with a changed byte", passed, [])
        cuts = [0, 79, 80, 96, *range(81, len(data), 1021), len(data) - 1]
        cuts += [BLOB_HEADER + k * (CHUNK + TAG) for k in range(1, blob.chunks)]
        passed = [cut for cut in cuts if blob_faults(data[:cut], blob_id, key) != "blob-damaged"]
        check.equal(f"blob {name}: read when cut", passed, [])
        longer = [more for more in (1, 16, 1024, CHUNK + TAG) if blob_faults(data + bytes(more), blob_id, key) is None]
        check.equal(f"blob {name}: read when longer", longer, [])
        other = blobs[index - 1]["id"]
        check.equal(f"blob {name}: under another id", blob_faults(data, other, key), "blob-damaged")
        check.equal(f"blob {name}: with another key", blob_faults(data, blob_id, sha256(key)), "blob-damaged")


def vectors(folder):
    check = Checks()
    published = json.loads(Path(folder, "format-1.json").read_text("utf-8"))
    header, vault = published["header"], Path(folder, "vault-1")

    def random(block):
        return sha256(f"{published['seed']} {block}".encode())

    keys = header_vectors(check, header, random)
    code_vectors(check, published["recoveryCodes"])
    for vector in published["hkdf"]:
        derived = hkdf(b"\x01" * 32, uuid.UUID(header["vaultId"]).bytes, vector["label"].encode(), 64)
        check.equal(f"hkdf {vector['label']}", derived.hex(), vector["keyHex"])
    blob_vectors(check, published["blobs"], keys.derive("blob-key"), vault)
    for name in ("header.a", "header.b"):
        check.equal(f"vault-1: {name}", (vault / name).read_bytes(), base64.b64decode(header["fileBase64"]))
    check.equal("vault-1: blobs", [path.name for path in blob_files(vault)], sorted(b["id"] for b in published["blobs"]))
    report = read_vault(vault, passphrase_bytes(header["passphrase"]))
    check.equal("vault-1: opened from its folder", report["findings"], [])
    check.refused("vault-1: a wrong passphrase", "wrong-passphrase", read_vault, vault, b"wrong")
    # RFC 8785, of which the pages give no vector.
    numbers = [1, -0.0, 5.0, 0.1, 1e21, 1e-7, 1.5e-6, 1e20, -2.0**60, 123456789.125]
    text = "[1,0,5,0.1,1e+21,1e-7,0.0000015,100000000000000000000,-1152921504606847000,123456789.125]"
    check.equal("numbers", canonical(numbers), text)
    return check


def main():
    parser = argparse.ArgumentParser(description="reads Saqta vaults of format 1")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("vectors").add_argument("folder")
    vault = commands.add_parser("vault")
    vault.add_argument("folder")
    secret = vault.add_mutually_exclusive_group(required=True)
    secret.add_argument("--passphrase-file")
    secret.add_argument("--recovery-code-file")
    vault.add_argument("--out", help="folder for the contents")
    vault.add_argument("--state", help="the app's state folder, for the head kept outside")
    given = parser.parse_args()
    if given.command == "vectors":
        check = vectors(given.folder)
        for failure in check.failures:
            print(failure)
        print(f"{check.passed} passed, {len(check.failures)} failed")
        return 1 if check.failures else 0
    try:
        if given.passphrase_file:
            secret = passphrase_bytes(passphrase_from_file(Path(given.passphrase_file).read_bytes()))
        else:
            secret = code_secret(Path(given.recovery_code_file).read_text("utf-8"))
        report = read_vault(given.folder, secret, given.out, given.state)
    except Refused as refused:
        print(f"refused: {refused}", file=sys.stderr)
        return 2
    print(json.dumps(report, ensure_ascii=False, indent=1))
    return 1 if report["findings"] else 0


if __name__ == "__main__":
    sys.exit(main())
