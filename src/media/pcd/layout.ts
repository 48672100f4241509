/** One value, or `count` values, that a file holds of each point. */
export interface Field {
  readonly name: string;
  /** Floating point, signed, unsigned. */
  readonly type: 'F' | 'I' | 'U';
  /** Bytes of one value. */
  readonly size: 1 | 2 | 4 | 8;
  readonly count: number;
  /** Bytes from where a point starts in the file. */
  readonly offset: number;
  /** Numbers before it on a line of text. */
  readonly column: number;
}

/** How the points of a file lie in it. */
export interface Layout {
  readonly fields: readonly Field[];
  /** Bytes of one point. */
  readonly stride: number;
  /** Numbers on a line of text. */
  readonly columns: number;
  /** What the file says of how many points it has; where it contradicts itself, the points that are there decide. */
  readonly claims: readonly number[];
  readonly encoding: 'ascii' | 'binary' | 'binary_compressed';
  /** Bytes before the points. */
  readonly start: number;
}

type Kind = Pick<Field, 'name' | 'type' | 'size' | 'count'>;

/** Fields that lie one behind the other. */
export function packed(kinds: readonly Kind[]): Pick<Layout, 'fields' | 'stride' | 'columns'> {
  const fields: Field[] = [];
  let [offset, column] = [0, 0];
  for (const kind of kinds) {
    fields.push({ ...kind, offset, column });
    offset += kind.size * kind.count;
    column += kind.count;
  }
  return { fields, stride: offset, columns: column };
}

const PADDING = '_';

export const isPadding = ({ name }: Field): boolean => name === PADDING;

/** The first field that has one of these names, which come in order of rank. */
export function fieldNamed(fields: readonly Field[], ...names: readonly string[]): Field | undefined {
  for (const name of names) {
    const found = fields.find((field) => field.name.toLowerCase() === name);
    if (found) return found;
  }
  return undefined;
}
