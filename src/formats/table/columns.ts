/** Whose value a column has, and what it is called there. */
export interface Source {
  readonly of: 'fact' | 'answer' | 'data';
  readonly name: string;
}

/** A column of the finished table: the first of its sources that a row has. */
export interface Column {
  readonly name: string;
  /** Numbers of sources, in the order in which they were first seen. */
  readonly sources: readonly number[];
}

/** Which of two sources of one name is shown: both, the second under another name, or the first alone. */
export type Clash = 'rename' | readonly Source['of'][];

/** The columns of a table whose rows bring them along. */
export class Columns {
  readonly #sources: Source[] = [];
  readonly #numbers: Readonly<Record<Source['of'], Map<string, number>>> = {
    fact: new Map(),
    answer: new Map(),
    data: new Map(),
  };
  readonly #clash: Clash;
  readonly #sorted: boolean;
  #laidOut: readonly Column[] | undefined;

  /** @param sorted by code points of their names; otherwise in the order in which they were first seen */
  constructor(clash: Clash, sorted: boolean) {
    this.#clash = clash;
    this.#sorted = sorted;
  }

  /** The number of a source; a new one is a new column. */
  number(of: Source['of'], name: string): number {
    const known = this.#numbers[of].get(name);
    if (known !== undefined) return known;
    const number = this.#sources.push({ of, name }) - 1;
    this.#numbers[of].set(name, number);
    this.#laidOut = undefined;
    return number;
  }

  /** As far as they are known. The same list, until a column is new. */
  get all(): readonly Column[] {
    this.#laidOut ??= this.#layOut();
    return this.#laidOut;
  }

  #layOut(): readonly Column[] {
    const columns = this.#clash === 'rename' ? this.#renamed() : this.#merged(this.#clash);
    return this.#sorted ? columns.sort((a, b) => compareCodePoints(a.name, b.name)) : columns;
  }

  /** Facts and answers keep their names; data of such a name is `_data_…`, an answer with the name of a fact `_answer_…`. */
  #renamed(): Column[] {
    const taken = new Set(this.#numbers.fact.keys());
    const names = new Map<number, string>();
    for (const of of ['fact', 'answer', 'data'] as const) {
      const clashing: [string, number][] = [];
      for (const [name, number] of this.#numbers[of]) {
        if (of !== 'fact' && taken.has(name)) clashing.push([name, number]);
        else names.set(number, name);
      }
      for (const name of this.#numbers[of].keys()) taken.add(name);
      for (const [name, number] of clashing) {
        let other = `_${of}_${name}`;
        while (taken.has(other)) other = `_${other}`;
        taken.add(other);
        names.set(number, other);
      }
    }
    return this.#sources.map(({ name }, number) => ({ name: names.get(number) ?? name, sources: [number] }));
  }

  #merged(precedence: readonly Source['of'][]): Column[] {
    const sources = new Map<string, number[]>();
    for (const { name } of this.#sources) sources.set(name, []);
    for (const of of precedence) {
      for (const [name, number] of this.#numbers[of]) sources.get(name)?.push(number);
    }
    return Array.from(sources, ([name, numbers]) => ({ name, sources: numbers }));
  }
}

/** As Python sorts: UTF-16 would put what is outside of the basic plane in front of U+E000. */
export function compareCodePoints(a: string, b: string): number {
  const [left, right] = [a[Symbol.iterator](), b[Symbol.iterator]()];
  for (;;) {
    const [one, other] = [left.next(), right.next()];
    if (one.done || other.done) return Number(other.done ?? false) - Number(one.done ?? false);
    const difference = (one.value.codePointAt(0) ?? 0) - (other.value.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
}
