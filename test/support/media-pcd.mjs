/**
 * Writes PCD files for tests, in Node and in browsers. A field is
 * `{ name, type: 'F'|'I'|'U', size, count?, get(point, index) }`.
 */

const NAMES = { F4: 'setFloat32', F8: 'setFloat64', I1: 'setInt8', I2: 'setInt16', I4: 'setInt32', I8: 'setBigInt64' };
const setters = { ...NAMES, U1: 'setUint8', U2: 'setUint16', U4: 'setUint32', U8: 'setBigUint64' };

/** @typedef {{ name: string, type: string, size: number, count?: number, get(point: number, index: number): number }} TestField */

/** A field of floats, one for each point. @returns {TestField} */
export const floats = (/** @type {string} */ name, /** @type {ArrayLike<number>} */ values, size = 4) => ({
  name,
  type: 'F',
  size,
  get: (point) => /** @type {number} */ (values[point]),
});

/** A field of unsigned numbers. @returns {TestField} */
export const unsigned = (/** @type {string} */ name, /** @type {ArrayLike<number>} */ values, size = 4) => ({
  ...floats(name, values, size),
  type: 'U',
});

const countOf = (/** @type {TestField} */ field) => field.count ?? 1;

/**
 * @param {readonly TestField[]} fields
 * @param {number} points
 * @param {'ascii' | 'binary' | 'binary_compressed'} data
 * @param {{ says?: Record<string, string | undefined>, newline?: string, before?: readonly string[] }} [but] what the
 * header says in place of the truth, its line ends, and lines before it
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function encodePcd(fields, points, data, { says = {}, newline = '\n', before = ['# .PCD v0.7'] } = {}) {
  /** @type {Record<string, string | undefined>} */
  const lines = {
    VERSION: '0.7',
    FIELDS: fields.map(({ name }) => name).join(' '),
    SIZE: fields.map(({ size }) => size).join(' '),
    TYPE: fields.map(({ type }) => type).join(' '),
    COUNT: fields.map(countOf).join(' '),
    WIDTH: `${points}`,
    HEIGHT: '1',
    VIEWPOINT: '0 0 0 1 0 0 0',
    POINTS: `${points}`,
    DATA: data,
    ...says,
  };
  const header = Object.entries(lines).flatMap(([key, value]) => (value === undefined ? [] : [`${key} ${value}`]));
  const head = new TextEncoder().encode([...before, ...header, ''].join(newline));
  if (data === 'ascii') return joined(head, new TextEncoder().encode(textOf(fields, points, newline)));
  const body = bytesOf(fields, points, data === 'binary');
  if (data === 'binary') return joined(head, body);
  const packed = packLzf(body);
  return joined(head, new Uint8Array(new Uint32Array([packed.length, body.length]).buffer), packed);
}

function textOf(
  /** @type {readonly TestField[]} */ fields,
  /** @type {number} */ points,
  /** @type {string} */ newline,
) {
  const lines = [];
  for (let point = 0; point < points; point++) {
    const words = [];
    for (const field of fields)
      for (let i = 0; i < countOf(field); i++) words.push(`${field.get(point, i)}`.toLowerCase());
    lines.push(words.join(' ') + newline);
  }
  return lines.join('');
}

/** Point by point, or else field by field. */
function bytesOf(
  /** @type {readonly TestField[]} */ fields,
  /** @type {number} */ points,
  /** @type {boolean} */ byPoint,
) {
  const stride = fields.reduce((sum, field) => sum + field.size * countOf(field), 0);
  const view = new DataView(new ArrayBuffer(points * stride));
  let offset = 0;
  for (const field of fields) {
    const { type, size } = field;
    const own = size * countOf(field);
    const set = /** @type {any} */ (view)[/** @type {any} */ (setters)[`${type}${size}`]].bind(view);
    for (let point = 0; point < points; point++) {
      for (let i = 0; i < countOf(field); i++) {
        const at = (byPoint ? point * stride + offset : offset * points + point * own) + i * size;
        const value = field.get(point, i);
        set(at, size === 8 && type !== 'F' ? BigInt(value) : value, true);
      }
    }
    offset += own;
  }
  return new Uint8Array(view.buffer);
}

/** @returns {Uint8Array<ArrayBuffer>} */
export function joined(/** @type {readonly Uint8Array[]} */ ...parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** LZF: looks each three bytes up where they were last. @returns {Uint8Array<ArrayBuffer>} */
export function packLzf(/** @type {Uint8Array} */ bytes) {
  /** @type {number[]} */
  const out = [];
  const last = new Map();
  let plain = 0;
  const flush = (/** @type {number} */ end) => {
    while (plain < end) {
      const length = Math.min(32, end - plain);
      out.push(length - 1, ...bytes.subarray(plain, plain + length));
      plain += length;
    }
  };
  let at = 0;
  while (at + 2 < bytes.length) {
    const key = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16);
    const before = last.get(key);
    last.set(key, at);
    if (before === undefined || at - before > 8192) {
      at++;
      continue;
    }
    let length = 3;
    while (length < 264 && at + length < bytes.length && bytes[at + length] === bytes[before + length]) length++;
    flush(at);
    const back = at - before - 1;
    if (length < 9) out.push(((length - 2) << 5) | (back >> 8), back & 255);
    else out.push((7 << 5) | (back >> 8), length - 9, back & 255);
    at += length;
    plain = at;
  }
  flush(bytes.length);
  return Uint8Array.from(out);
}

/**
 * The street scene of the shared test media, with the boxes in it. Undefined where a checkout has no `shared` beside it.
 * @returns {Promise<undefined | { scene: (points: number, options?: { seed?: number, t?: number }) => any, pcd: (points: number, fields: any, data: string) => Uint8Array, fieldsOf: (scene: any) => any }>}
 */
export async function sharedStreet() {
  try {
    return await import(new URL('../../../shared/media/pcd.mjs', import.meta.url).href);
  } catch {
    return undefined;
  }
}

export const NO_STREET = 'there is no ../shared/media/pcd.mjs';
