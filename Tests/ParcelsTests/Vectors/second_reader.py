#!/usr/bin/env python3
"""Opens and makes parcels without the program: the format as told in Sources/Parcels/Parcel.swift, with Python's own library alone.

    second_reader.py open FILE [KEY]    checks sums and signature; KEY is a file with the 32 bytes of the opening key.
                                        Prints the signer and a line for each member: its sum, size and path.
    second_reader.py make FOLDER        makes the parcels that SecondReaderTests opens, of keys that everybody knows.

Written from RFC 8032 (Ed25519), 7748 (X25519), 5869 (HKDF), 8439 (ChaCha20-Poly1305) and 9180 (HPKE); slow, and not
careful about what can be seen from outside, so not for real keys.
"""
import base64, hashlib, hmac, io, json, os, struct, sys, tarfile

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
CHUNK = 65536


# Ed25519, RFC 8032, 5.1 and 6


def add(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(n, p):
    q = (0, 1, 1, 0)
    while n:
        if n & 1:
            q = add(q, p)
        p, n = add(p, p), n >> 1
    return q


def x_of(y, sign):
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P)
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    assert (x * x - x2) % P == 0, "no point"
    return P - x if x & 1 != sign else x


BASE_Y = 4 * pow(5, P - 2, P) % P
BASE_X = x_of(BASE_Y, 0)
BASE = (BASE_X, BASE_Y, 1, BASE_X * BASE_Y % P)


def packed(p):
    z = pow(p[2], P - 2, P)
    return (p[1] * z % P | (p[0] * z % P & 1) << 255).to_bytes(32, "little")


def point(b):
    y = int.from_bytes(b, "little")
    sign, y = y >> 255, y & (1 << 255) - 1
    x = x_of(y, sign)
    return x, y, 1, x * y % P


def hash_mod(*parts):
    return int.from_bytes(hashlib.sha512(b"".join(parts)).digest(), "little") % L


def secret(seed):
    h = hashlib.sha512(seed).digest()
    return int.from_bytes(h[:32], "little") & (1 << 254) - 8 | 1 << 254, h[32:]


def verifying(seed):
    return packed(times(secret(seed)[0], BASE))


def sign(seed, message):
    a, prefix = secret(seed)
    r = hash_mod(prefix, message)
    big = packed(times(r, BASE))
    return big + ((r + hash_mod(big, verifying(seed), message) * a) % L).to_bytes(32, "little")


def verify(key, message, signature):
    s = int.from_bytes(signature[32:], "little")
    right = add(point(signature[:32]), times(hash_mod(signature[:32], key, message), point(key)))
    return s < L and packed(times(s, BASE)) == packed(right)


# X25519, RFC 7748, 5


def x25519(k, u):
    k = int.from_bytes(k, "little") & (1 << 254) - 8 | 1 << 254
    u = int.from_bytes(u, "little") & (1 << 255) - 1
    x2, z2, x3, z3, swap = 1, 0, u, 1, 0
    for t in range(254, -1, -1):
        bit = k >> t & 1
        if swap != bit:
            x2, x3, z2, z3 = x3, x2, z3, z2
        swap = bit
        a, b, c, d = x2 + z2, x2 - z2, x3 + z3, x3 - z3
        da, cb = d * a % P, c * b % P
        x3, z3 = (da + cb) ** 2 % P, u * (da - cb) ** 2 % P
        aa, bb = a * a % P, b * b % P
        e = aa - bb
        x2, z2 = aa * bb % P, e * (aa + 121665 * e) % P
    if swap:
        x2, z2 = x3, z3
    return (x2 * pow(z2, P - 2, P) % P).to_bytes(32, "little")


def sealing(key):
    return x25519(key, (9).to_bytes(32, "little"))


# ChaCha20-Poly1305, RFC 8439, 2


def chacha_block(key, counter, nonce):
    start = [0x61707865, 0x3320646E, 0x79622D32, 0x6B206574, *struct.unpack("<8L", key), counter, *struct.unpack("<3L", nonce)]
    s = list(start)

    def quarter(a, b, c, d):
        for x, y, z, n in ((a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)):
            s[x] = s[x] + s[y] & 0xFFFFFFFF
            v = s[z] ^ s[x]
            s[z] = (v << n | v >> 32 - n) & 0xFFFFFFFF

    for _ in range(10):
        for i in range(4):
            quarter(i, i + 4, i + 8, i + 12)
        for i in range(4):
            quarter(i, 4 + (i + 1) % 4, 8 + (i + 2) % 4, 12 + (i + 3) % 4)
    return struct.pack("<16L", *(a + b & 0xFFFFFFFF for a, b in zip(s, start)))


def chacha(key, nonce, text):
    blocks = b"".join(chacha_block(key, 1 + i, nonce) for i in range((len(text) + 63) // 64))
    return bytes(a ^ b for a, b in zip(text, blocks))


def poly(key, nonce, aad, cipher):
    once = chacha_block(key, 0, nonce)
    r = int.from_bytes(once[:16], "little") & 0x0FFFFFFC0FFFFFFC0FFFFFFC0FFFFFFF
    pad = lambda b: b + bytes(-len(b) % 16)
    message = pad(aad) + pad(cipher) + struct.pack("<QQ", len(aad), len(cipher))
    total = 0
    for i in range(0, len(message), 16):
        total = (total + int.from_bytes(message[i : i + 16] + b"\1", "little")) * r % (2**130 - 5)
    return (total + int.from_bytes(once[16:32], "little") & (1 << 128) - 1).to_bytes(16, "little")


# HPKE, RFC 9180: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20Poly1305, base mode


def labeled_extract(suite, salt, label, ikm):
    return hmac.digest(salt or bytes(32), b"HPKE-v1" + suite + label + ikm, "sha256")


def labeled_expand(suite, prk, label, info, size):
    # Nothing here is longer than one round of HKDF-Expand.
    return hmac.digest(prk, struct.pack(">H", size) + b"HPKE-v1" + suite + label + info + b"\1", "sha256")[:size]


def context(shared, enc, recipient, info):
    kem, suite = b"KEM\0\x20", b"HPKE\0\x20\0\1\0\3"
    shared = labeled_expand(
        kem, labeled_extract(kem, b"", b"eae_prk", shared), b"shared_secret", enc + recipient, 32)
    schedule = b"\0" + labeled_extract(suite, b"", b"psk_id_hash", b"") + labeled_extract(suite, b"", b"info_hash", info)
    start = labeled_extract(suite, shared, b"secret", b"")
    return labeled_expand(suite, start, b"key", schedule, 32), labeled_expand(suite, start, b"base_nonce", schedule, 12)


def nonce_of(base, sequence):
    return bytes(a ^ b for a, b in zip(base, sequence.to_bytes(12, "big")))


def mark(number, last):
    return struct.pack(">QB", number, last)


def unseal(sealed, key, head):
    enc, rest, plain, number = sealed[:32], sealed[32:], b"", 0
    key, base = context(x25519(key, enc), enc, sealing(key), head)
    while rest:
        chunk, rest, number = rest[: CHUNK + 16], rest[CHUNK + 16 :], number + 1
        nonce, aad = nonce_of(base, number - 1), mark(number, not rest)
        assert hmac.compare_digest(poly(key, nonce, aad, chunk[:-16]), chunk[-16:]), f"chunk {number}"
        plain += chacha(key, nonce, chunk[:-16])
    return plain


def seal(plain, recipient, enc, shared, head):
    key, base = context(shared, enc, recipient, head)
    out = enc
    for start in range(0, len(plain), CHUNK):
        part, number = plain[start : start + CHUNK], start // CHUNK + 1
        nonce, aad = nonce_of(base, number - 1), mark(number, start + CHUNK >= len(plain))
        cipher = chacha(key, nonce, part)
        out += cipher + poly(key, nonce, aad, cipher)
    return out


# Parcels


def files_of(archive):
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        return [(entry.name, tar.extractfile(entry).read()) for entry in tar]


def check(files, key, head):
    """The members of an archive, of which sums and signature hold."""
    *members, (sums_name, sums), (signature_name, signature) = files
    assert (sums_name, signature_name) == ("SHA256SUMS", "SHA256SUMS.sig")
    everything = ([] if members and members[0][0] == "HEAD.json" else [("HEAD.json", head)]) + members
    assert sums == b"".join(f"{hashlib.sha256(b).hexdigest()}  {n}\n".encode() for n, b in everything), "sums"
    assert verify(key, sums, signature), "signature"
    return everything[1:]


def open_parcel(path, key):
    files = files_of(open(path, "rb").read())
    assert files[0][0] == "HEAD.json"
    head = files[0][1]
    fields = json.loads(head)
    assert fields["zizhu-parcel"] == 1
    signer = base64.b64decode(fields["signer"].removeprefix("ed25519:"))
    members = check(files, signer, head)
    if "suite" in fields:
        assert fields["suite"] == "X25519-SHA256-ChaCha20Poly1305"
        ((name, sealed),) = members
        assert name == "sealed"
        members = check(files_of(unseal(sealed, key, head)), signer, head)
    print(fields["kind"], fields["signer"])
    for name, content in members:
        print(hashlib.sha256(content).hexdigest(), len(content), name)


def archive(files):
    out = b""
    for name, content in files:
        block = bytearray(512)
        for start, field in (
            (0, name.encode()), (100, b"0000600"), (108, b"0000000"), (116, b"0000000"), (124, b"%011o" % len(content)),
            (136, b"%011o" % 0), (148, b" " * 8), (156, b"0"), (257, b"ustar\x0000"), (329, b"0000000"), (337, b"0000000"),
        ):
            block[start : start + len(field)] = field
        block[148:155] = b"%06o\0" % sum(block)
        out += bytes(block) + content + bytes(-len(content) % 512)
    return out + bytes(1024)


def signed(files, head, seed):
    listed = ([] if files[0][0] == "HEAD.json" else [("HEAD.json", head)]) + files
    sums = b"".join(f"{hashlib.sha256(b).hexdigest()}  {n}\n".encode() for n, b in listed)
    return archive(files + [("SHA256SUMS", sums), ("SHA256SUMS.sig", sign(seed, sums))])


def make(folder):
    seed, recipient, once = (hashlib.sha256(word).digest() for word in (b"signing", b"opening", b"once"))
    text = lambda prefix, key: prefix + base64.b64encode(key).decode()
    members = [("cover.json", b'{"filings":2}'), ("policies/\u653f\u7b56.json", b"{}"), ("large", bytes(range(256)) * 300)]
    head = {"zizhu-parcel": 1, "kind": "bundle", "signer": text("ed25519:", verifying(seed))}
    about = {"office": "441823", "number": 12}

    def head_text(fields):
        return json.dumps(fields, separators=(",", ":"), ensure_ascii=False).encode() + b"\n"

    plain = head_text({**head, "about": about})
    closed = head_text(
        {**head, "suite": "X25519-SHA256-ChaCha20Poly1305", "to": text("x25519:", sealing(recipient)), "about": about})
    inner = signed(members, closed, seed)

    def sealed(enc, shared):
        content = seal(inner, sealing(recipient), enc, shared, closed)
        return signed([("HEAD.json", closed), ("sealed", content)], closed, seed)

    for name, parcel in (
        ("open", signed([("HEAD.json", plain)] + members, plain, seed)),
        ("sealed", sealed(sealing(once), x25519(once, sealing(recipient)))),
        # By a point of small order, with which everybody agrees on zero.
        ("known", sealed((1).to_bytes(32, "little"), bytes(32))),
    ):
        with open(os.path.join(folder, name), "wb") as file:
            file.write(parcel)


if __name__ == "__main__":
    if sys.argv[1] == "make":
        make(sys.argv[2])
    else:
        open_parcel(sys.argv[2], open(sys.argv[3], "rb").read() if len(sys.argv) > 3 else None)
