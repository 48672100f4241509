import type { Columns } from './columns.js';
import type { Field, Layout } from './layout.js';
import { mostLines, type NumberRows, readNumberRows, type Slot } from './number-rows.js';

/** Points that are written as text, a line each. A line may say more digits than its header says bytes. */
export function textColumns(
  bytes: Uint8Array,
  layout: Layout,
  coordinates: readonly Field[],
  others: readonly Field[],
): Columns & { readonly rows: NumberRows } {
  const { start, claims, columns } = layout;
  const most = Math.min(Math.max(...claims), mostLines(bytes.length - start, columns));
  const slots = new Array<Slot | undefined>(columns).fill(undefined);
  const xyz = new Float64Array(3 * most);
  for (const { column } of others) slots[column] = { values: new Float64Array(most), at: 0, step: 1 };
  coordinates.forEach(({ column }, at) => {
    slots[column] = { values: xyz, at, step: 3 };
  });
  const rows = readNumberRows(bytes, start, slots, Math.max(...claims));
  const { count } = rows;
  const values = ({ column }: Field) => (slots[column] as Slot).values.subarray(0, count);
  return {
    rows,
    count,
    has: () => true,
    coordinates: () => xyz.subarray(0, 3 * count),
    values,
    colours: (field) => coloursOf(field.type === 'F' ? bitsOf(values(field)) : new Uint32Array(values(field))),
  };
}

/** Some write the colour itself where its bits, read as a float, are meant; those are next to nothing, or huge. */
function bitsOf(values: Float64Array): Uint32Array {
  const bits = new Uint32Array(new Float32Array(values).buffer);
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value >= 1 && value <= 0xffffff && Number.isInteger(value)) bits[i] = value;
  }
  return bits;
}

function coloursOf(bits: Uint32Array): Uint8Array {
  const colours = new Uint8Array(3 * bits.length);
  for (let i = 0, to = 0; i < bits.length; i++, to += 3) {
    const rgb = bits[i] as number;
    colours[to] = rgb >> 16;
    colours[to + 1] = rgb >> 8;
    colours[to + 2] = rgb;
  }
  return colours;
}
