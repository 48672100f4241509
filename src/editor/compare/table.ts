import type { ControlValue, Region } from '../../model/document.js';
import { agreementOfAnswers, answerIn, type Told } from './answers.js';
import type { Bounds } from './extents.js';
import { bestMatches, type Candidate, meetingPairs } from './matches.js';
import { wordOf } from './measure.js';
import type { Overlaps } from './overlaps.js';

/** One completion or prediction as it is compared. */
export interface Column {
  readonly regions: readonly Region[];
  /** What is said of the task, or of an item of it. */
  readonly answers: readonly ControlValue[];
  valuesOf(regionId: string): readonly ControlValue[];
}

/** What is taken for the same thing in several columns; undefined where a column does not have it. */
export interface RegionRow {
  readonly of: 'region';
  readonly key: string;
  readonly cells: readonly (Region | undefined)[];
  readonly agreement: number;
}
/** What each column answers to one control, about the task or one item. */
export interface AnswerRow {
  readonly of: 'answer';
  readonly key: string;
  readonly fromName: string;
  readonly itemIndex?: number;
  readonly cells: readonly (readonly ControlValue[])[];
  readonly agreement: number;
}
export type Row = RegionRow | AnswerRow;

export interface Table {
  readonly rows: readonly Row[];
  /** The mean of all rows; two that are both empty agree. */
  readonly overall: number;
  /** Of each column with the first one. */
  readonly withFirst: readonly number[];
}

/** How columns are read. */
export interface Reading {
  readonly overlaps: Overlaps;
  told(controlName: string): Told;
  /** Where a control stands in the config. */
  place(controlName: string): number;
}

/** What overlaps less than this is not the same thing. */
const LEAST = 0.1;
/** Steps of work between two reports. */
const STEPS = 60;

/**
 * Compares columns: regions that are the same thing come into one row, answers to the same question too. Gives way now
 * and then, with the share that is done.
 */
export function* compare(columns: readonly Column[], reading: Reading): Generator<number, Table> {
  const comparing = new Comparing(columns, reading);
  const answers = comparing.answerRows();
  const grouped: (Region | undefined)[][] = [];
  let steps = 0;
  for (const [column, { regions }] of columns.entries()) {
    for (const step of comparing.join(grouped, regions, column)) {
      steps += step;
      if (steps < STEPS) continue;
      steps = 0;
      yield (column / columns.length) * 0.5;
    }
  }
  const rows: Row[] = [...answers];
  for (const [index, cells] of grouped.entries()) {
    rows.push(comparing.regionRow(cells));
    steps += columns.length * columns.length;
    if (steps < STEPS) continue;
    steps = 0;
    yield 0.5 + (index / grouped.length) * 0.5;
  }
  return {
    rows,
    overall: meanOf(rows.map(({ agreement }) => agreement)) ?? 1,
    withFirst: columns.map((_, column) => meanOf(rows.flatMap((row) => comparing.between(row, 0, column) ?? [])) ?? 1),
  };
}

/** The same without giving way. */
export function compareAtOnce(columns: readonly Column[], reading: Reading): Table {
  const work = compare(columns, reading);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

class Comparing {
  readonly #columns: readonly Column[];
  readonly #reading: Reading;

  constructor(columns: readonly Column[], reading: Reading) {
    this.#columns = columns;
    this.#reading = reading;
  }

  /** Puts a column's regions into the rows that they belong to, and the others into rows of their own. Tells its steps. */
  *join(rows: (Region | undefined)[][], regions: readonly Region[], column: number): Generator<number> {
    const places = this.#columns.length;
    const before = byPlace(rows.map((cells) => firstIn(cells)));
    for (const [place, theirs] of byPlace(regions.map((region) => ({ region, column })))) {
      const ours = before.get(place) ?? [];
      const candidates: Candidate[] = [];
      for (const pair of this.#pairs(ours, theirs)) {
        const candidate = this.#candidate(ours[pair[0]], theirs[pair[1]], pair);
        if (candidate) candidates.push(candidate);
        yield 1;
      }
      const matches = new Map([...bestMatches(candidates)].map(([one, other]) => [other, one]));
      for (const [index, { region }] of theirs.entries()) {
        const match = ours[matches.get(index) ?? -1];
        const row = match ? rows[match.index] : undefined;
        if (row) row[column] = region;
        else rows.push(Array.from({ length: places }, (_, at) => (at === column ? region : undefined)));
      }
    }
  }

  /** Those whose boxes meet, and of those that have none those that say the same. */
  *#pairs(ours: readonly Found[], theirs: readonly Found[]): Generator<readonly [number, number]> {
    const { overlaps } = this.#reading;
    const sides = (list: readonly Found[]) => {
      const placed: { readonly index: number; readonly bounds: Bounds }[] = [];
      const words = new Map<string, number[]>();
      for (const [index, { region }] of list.entries()) {
        const bounds = overlaps.bounds(region);
        const word = bounds ? '' : placeless(region);
        if (bounds) placed.push({ index, bounds });
        else words.set(word, [...(words.get(word) ?? []), index]);
      }
      return { placed, words };
    };
    const [one, other] = [sides(ours), sides(theirs)];
    for (const [a, b] of meetingPairs(one.placed, other.placed))
      yield [one.placed[a]?.index ?? 0, other.placed[b]?.index ?? 0];
    for (const [word, own] of one.words) {
      const alike = other.words.get(word) ?? [];
      const compared = ours[own[0] ?? 0]?.region.shape === 'answer';
      // Those that are the same are one as good as the other.
      for (const [at, a] of own.entries()) for (const b of compared ? alike : alike.slice(at, at + 1)) yield [a, b];
    }
  }

  #candidate(
    ours: Found | undefined,
    theirs: Found | undefined,
    [one, other]: readonly [number, number],
  ): Candidate | undefined {
    if (!ours || !theirs) return undefined;
    const [a, b] = [ours.region, theirs.region];
    const overlap = this.#overlap(a, b);
    if (overlap < LEAST) return undefined;
    const said = this.#said(a, ours.column, b, theirs.column);
    if (a.shape === 'answer' && said < LEAST) return undefined;
    // Of what lies on each other, that with the same labels is rather the same thing.
    return { one, other, likeness: overlap * (0.5 + 0.5 * said), word: [a.id, b.id].sort().join(' ') };
  }

  regionRow(cells: readonly (Region | undefined)[]): RegionRow {
    const first = cells.findIndex((region) => region !== undefined);
    const row = { of: 'region', key: `${first} ${cells[first]?.id}`, cells, agreement: 1 } as const;
    return { ...row, agreement: this.#agreement(row) };
  }

  answerRows(): readonly AnswerRow[] {
    const rows = new Map<string, { fromName: string; itemIndex?: number; cells: ControlValue[][] }>();
    for (const [column, { answers }] of this.#columns.entries()) {
      for (const value of answers) {
        const { fromName, toName, itemIndex } = value;
        const key = `${fromName} ${toName} ${itemIndex ?? ''}`;
        const row = rows.get(key) ?? {
          fromName,
          ...(itemIndex !== undefined && { itemIndex }),
          cells: this.#columns.map(() => []),
        };
        rows.set(key, row);
        row.cells[column]?.push(value);
      }
    }
    const place = ({ fromName, itemIndex = 0 }: { readonly fromName: string; readonly itemIndex?: number }) => [
      this.#reading.place(fromName),
      itemIndex,
    ];
    return [...rows]
      .map(([key, row]) => {
        const made = { of: 'answer', key: `answer ${key}`, ...row, agreement: 1 } as const;
        return { ...made, agreement: this.#agreement(made) };
      })
      .sort((a, b) => {
        const [[p = 0, i = 0], [q = 0, j = 0]] = [place(a), place(b)];
        return p - q || i - j;
      });
  }

  /** The mean of all pairs of columns of which at least one has something. */
  #agreement(row: Row): number {
    const found: number[] = [];
    for (let one = 0; one < row.cells.length; one++)
      for (let other = one + 1; other < row.cells.length; other++) {
        const agreement = this.between(row, one, other);
        if (agreement !== undefined) found.push(agreement);
      }
    return meanOf(found) ?? 1;
  }

  /** How much two columns agree in a row; undefined where neither has anything there. */
  between(row: Row, one: number, other: number): number | undefined {
    if (row.of === 'answer') {
      const [a, b] = [answerIn(row.cells[one] ?? []), answerIn(row.cells[other] ?? [])];
      if (a === undefined && b === undefined) return undefined;
      return agreementOfAnswers(a, b, this.#reading.told(row.fromName));
    }
    const [a, b] = [row.cells[one], row.cells[other]];
    if (!a || !b) return a || b ? 0 : undefined;
    return this.#overlap(a, b) * this.#said(a, one, b, other);
  }

  /** Of those that cannot be measured only such as say the same come here. */
  #overlap(a: Region, b: Region): number {
    const { overlaps } = this.#reading;
    if (overlaps.bounds(a) && overlaps.bounds(b)) return overlaps.of(a, b);
    if (a.shape === 'answer' && b.shape === 'answer') return 1;
    return wordOf(a) === wordOf(b) ? 1 : 0;
  }

  /** How much two regions agree in what is said of them: the mean of all controls that say something of either. */
  #said(a: Region, one: number, b: Region, other: number): number {
    const ours = this.#columns[one]?.valuesOf(a.id) ?? [];
    const theirs = this.#columns[other]?.valuesOf(b.id) ?? [];
    const [first] = ours;
    // By far the most frequent: one label.
    if (first && ours.length === 1 && theirs.length === 1 && theirs[0]?.fromName === first.fromName)
      return agreementOfAnswers(first.value, theirs[0].value, this.#reading.told(first.fromName));
    const names = [...new Set([...ours, ...theirs].map(({ fromName }) => fromName))].sort();
    const of = (values: readonly ControlValue[], name: string) =>
      answerIn(values.filter(({ fromName }) => fromName === name));
    return (
      meanOf(names.map((name) => agreementOfAnswers(of(ours, name), of(theirs, name), this.#reading.told(name)))) ?? 1
    );
  }
}

interface Owned {
  readonly region: Region;
  readonly column: number;
}
interface Found extends Owned {
  /** Its place among those it was found in. */
  readonly index: number;
}

/** The first of a row, which stands for it. */
function firstIn(cells: readonly (Region | undefined)[]): Owned | undefined {
  const column = cells.findIndex((region) => region !== undefined);
  const region = cells[column];
  return region && { region, column };
}

/** What regions without an extent are compared by. */
const placeless = (region: Region): string => (region.shape === 'answer' ? region.fromName : wordOf(region));

/** By the object and item they lie on: only there can two be the same. */
function byPlace(regions: readonly (Owned | undefined)[]): ReadonlyMap<string, Found[]> {
  const places = new Map<string, Found[]>();
  for (const [index, owned] of regions.entries()) {
    if (!owned) continue;
    const place = `${owned.region.itemIndex ?? 0} ${owned.region.toName}`;
    const found = places.get(place);
    if (found) found.push({ ...owned, index });
    else places.set(place, [{ ...owned, index }]);
  }
  return places;
}

const meanOf = (numbers: readonly number[]): number | undefined =>
  numbers.length === 0 ? undefined : numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
