/** A RAR archive (version 4) of files that are stored as they are. */
export function rarOf(files: Readonly<Record<string, string>>): Uint8Array {
  const encoder = new TextEncoder();
  const parts = [Uint8Array.of(0x52, 0x61, 0x72, 0x21, 0x1a, 0x07, 0x00), block(0x73, 0, new Uint8Array(6))];
  for (const [name, text] of Object.entries(files)) {
    const [title, bytes] = [encoder.encode(name), encoder.encode(text)];
    const head = new Uint8Array(25 + title.length);
    const view = new DataView(head.buffer);
    view.setUint32(0, bytes.length, true);
    view.setUint32(4, bytes.length, true);
    view.setUint8(8, 3);
    view.setUint32(9, crc32(bytes), true);
    view.setUint32(13, 0x50e40000, true);
    view.setUint8(17, 20);
    view.setUint8(18, 0x30);
    view.setUint16(19, title.length, true);
    view.setUint32(21, 0o100644, true);
    head.set(title, 25);
    parts.push(block(0x74, 0x8000, head), bytes);
  }
  parts.push(block(0x7b, 0x4000, new Uint8Array(0)));
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

function block(type: number, flags: number, body: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(7 + body.length);
  const view = new DataView(bytes.buffer);
  view.setUint8(2, type);
  view.setUint16(3, flags, true);
  view.setUint16(5, bytes.length, true);
  bytes.set(body, 7);
  view.setUint16(0, crc32(bytes.subarray(2)) & 0xffff, true);
  return bytes;
}

function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}
