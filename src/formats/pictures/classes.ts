import type { Dict } from '../../model/json.js';

/** What objects are of: a line of `classes.txt`, a category of COCO. */
export interface PictureClass {
  readonly id: number;
  readonly name: string;
  /** Names of the points of its bodies, in the order in which formats list them; and which of them are joined. */
  readonly points?: readonly string[];
  readonly edges?: readonly (readonly [from: string, to: string])[];
  /** What else a format says of it: colours, a supercategory. */
  readonly more?: Dict;
}

/** The classes of one export. Those that only the pictures name are added as they are met. */
export class Classes {
  readonly #byName = new Map<string, PictureClass>();
  readonly #taken = new Set<number>();
  readonly #open: boolean;
  #next: number;

  /**
   * @param known in the order in which they are listed
   * @param options `first`: the smallest id of those that are added. `open`: false where nothing is added.
   */
  constructor(known: readonly PictureClass[], { first = 0, open = true } = {}) {
    this.#next = first;
    this.#open = open;
    for (const each of known) this.#add(each);
  }

  /**
   * Undefined where it is not known and nothing may be added.
   *
   * @param about what is said of it if it is added
   */
  of(name: string, about: Omit<PictureClass, 'id' | 'name'> = {}): PictureClass | undefined {
    const known = this.#byName.get(name);
    if (known || !this.#open) return known;
    while (this.#taken.has(this.#next)) this.#next++;
    const added = { id: this.#next, name, ...about };
    this.#add(added);
    return added;
  }

  /** In the order in which they were known. */
  get all(): readonly PictureClass[] {
    return [...this.#byName.values()];
  }

  /** All names of points, each once. */
  get points(): readonly string[] {
    return [...new Set(this.all.flatMap(({ points = [] }) => points))];
  }

  #add(each: PictureClass): void {
    if (this.#byName.has(each.name)) return;
    this.#byName.set(each.name, each);
    this.#taken.add(each.id);
  }
}
