import type { PointCloud } from '../../contract/cloud.js';
import type { Columns, Numbers } from './columns.js';
import { type Field, fieldNamed, isPadding, type Layout } from './layout.js';
import { settle } from './settle.js';

/** A cloud that was read from a file, with the names of what the file says of its points. */
export type Cloud = PointCloud & { readonly fields: readonly string[] };

/** What of a file's fields is read. */
export interface Roles {
  readonly coordinates: readonly [x: Field, y: Field, z: Field];
  readonly intensity: Field | undefined;
  readonly label: Field | undefined;
  /** Red, green and blue in one number of 4 bytes, or in one each. */
  readonly packedColour: Field | undefined;
  readonly colour: readonly [red: Field, green: Field, blue: Field] | undefined;
}

/** Undefined where there are no coordinates. */
export function rolesOf({ fields }: Layout): Roles | undefined {
  const three = (...names: readonly string[]): readonly [Field, Field, Field] | undefined => {
    const [a, b, c] = names.map((name) => fieldNamed(fields, ...name.split(' ')));
    return a && b && c && [a, b, c];
  };
  const coordinates = three('x', 'y', 'z');
  if (!coordinates) return undefined;
  const packedColour = fieldNamed(fields, 'rgb', 'rgba');
  return {
    coordinates,
    intensity: fieldNamed(fields, 'intensity', 'intensities', 'reflectivity', 'reflectance', 'scalar_intensity', 'i'),
    label: fieldNamed(fields, 'label', 'classification', 'class'),
    packedColour: packedColour?.size === 4 ? packedColour : undefined,
    colour: three('r red', 'g green', 'b blue'),
  };
}

/** All but the coordinates. */
export const othersOf = ({ intensity, label, packedColour, colour }: Roles): readonly Field[] =>
  [intensity, label, packedColour, ...(colour ?? [])].filter((field) => field !== undefined);

export function assemble(columns: Columns, { intensity, label, ...roles }: Roles, layout: Layout): Cloud {
  const colours = coloursOf(columns, roles);
  return {
    count: columns.count,
    ...settle(columns.coordinates()),
    fields: layout.fields.filter((field) => !isPadding(field)).map(({ name }) => name),
    ...(intensity && columns.has(intensity) && { intensity: inFloats(columns.values(intensity)) }),
    ...(label && columns.has(label) && { labels: inIntegers(columns.values(label)) }),
    ...(colours && { colours }),
  };
}

const inFloats = (values: Numbers): Float32Array =>
  values instanceof Float32Array ? values : new Float32Array(values);
const inIntegers = (values: Numbers): Uint32Array => (values instanceof Uint32Array ? values : new Uint32Array(values));

function coloursOf(columns: Columns, { packedColour, colour }: Pick<Roles, 'packedColour' | 'colour'>) {
  const { count } = columns;
  if (packedColour && columns.has(packedColour)) return columns.colours(packedColour);
  if (!colour?.every(columns.has)) return undefined;
  const colours = new Uint8ClampedArray(3 * count);
  const channels = colour.map(columns.values);
  const factor = Math.min(...channels.map((values) => factorOf(values, colour[0])));
  channels.forEach((values, channel) => {
    for (let i = 0; i < count; i++) colours[3 * i + channel] = (values[i] as number) * factor;
  });
  return new Uint8Array(colours.buffer);
}

/** Floats are from 0 to 1 or to 255, numbers of 2 bytes often from 0 to 65535. */
function factorOf(values: Numbers, { type, size }: Field): number {
  if (type !== 'F' && size === 1) return 1;
  let most = 0;
  for (const value of values) if (value > most) most = value;
  if (type === 'F') return most <= 1 ? 255 : 1;
  return most > 255 ? 255 / 65535 : 1;
}
