import type { Change, Region } from '../../model/document.js';
import { action, computed, makeObservable, observableRef, reaction, untracked } from '../../reactive/index.js';
import type { Editor } from '../editor.js';
import { noteOf } from '../notes/notes.js';
import { arranged, type OutlineNode, orderOf } from './arrangement.js';
import { matcher, noFilter, type RegionFilter, type Told } from './filtering.js';
import { effectOf } from './following.js';
import { groupRanks, groupsFor } from './grouping.js';
import { keysFor } from './keys.js';
import { type OutlineRow, type OutlineView, viewOf } from './rows.js';
import { saidOf } from './saying.js';

/** Milliseconds after which the list follows what changes with every move of a drag, or with every key. */
const PAUSE = 200;
const none: ReadonlySet<string> = new Set();

interface Known {
  /** What it was made of. */
  readonly of: readonly unknown[];
  readonly told: Told;
}

/**
 * The list of regions: in which order, under what, which of them. Observable. Regions are looked at when the list is made
 * anew, not when one of them changes: a drag among ten thousand costs the list nothing.
 */
export class Outline {
  filter: RegionFilter = noFilter;
  /** What the filter does not show is hidden on the media, too. */
  isolates = false;
  readonly #editor: Editor;
  /** Keys of rows whose parts are not shown. */
  private folded: ReadonlySet<string> = none;
  /** Another number whenever something that the list goes by has changed. */
  private edition = 0;
  /** Those that are hidden because the filter does not show them. */
  #isolated: ReadonlySet<string> = none;
  #known = new WeakMap<Region, Known>();
  #waiting: (() => void) | undefined;

  constructor(editor: Editor) {
    makeObservable<this, 'folded' | 'edition' | 'found' | 'places' | 'nodePlaces' | 'follow' | 'renew'>(this, {
      filter: observableRef,
      isolates: observableRef,
      folded: observableRef,
      edition: observableRef,
      // Asked for by who does not observe: keys, drags, relations.
      nodes: computed({ keepAlive: true }),
      nodePlaces: computed({ keepAlive: true }),
      order: computed({ keepAlive: true }),
      numbers: computed({ keepAlive: true }),
      view: computed({ keepAlive: true }),
      places: computed({ keepAlive: true }),
      hasParts: computed({ keepAlive: true }),
      found: computed({ keepAlive: true }),
      follow: action,
      renew: action,
      fold: action,
      foldAll: action,
      unfoldTo: action,
      narrow: action,
      isolate: action,
    });
    this.#editor = editor;
    this.#watch();
  }

  #watch(): void {
    const editor = this.#editor;
    const { scope } = editor;
    let unfollow = () => {};
    scope.add(
      reaction(
        () => editor.completion?.store,
        (store) => {
          unfollow();
          this.renew();
          unfollow = store?.observe((changes) => this.follow(changes)) ?? (() => {});
        },
        { fireImmediately: true },
      ),
    );
    scope.add(() => unfollow());
    scope.add(
      reaction(
        () => editor.given,
        () => {
          this.narrow(noFilter);
          this.folded = none;
        },
      ),
    );
    scope.add(
      reaction(
        () => (this.isolates ? this.found : undefined),
        (found) => this.#hideBut(found),
      ),
    );
  }

  /** All regions in their order, and the headings of groups; folded or not, whatever the filter says. */
  get nodes(): readonly OutlineNode[] {
    const editor = this.#editor;
    const { regionIds, config } = editor;
    const { regionGroup, regionSort, regionDescending } = editor.settings;
    this.#goBy(regionSort === 'position' || regionSort === 'area');
    void config;
    return untracked(() => {
      const { regions } = editor.doc;
      const keyOf = keysFor(editor, regionSort);
      const groupsOf = groupsFor(editor, regionGroup);
      const look = <T>(of: (region: Region) => T) => {
        return (id: string): T | undefined => {
          const region = regions.get(id);
          return region && of(region);
        };
      };
      const groups = groupsOf && look(groupsOf);
      return arranged({
        ids: regionIds,
        parentOf: (id) => regions.get(id)?.parentId,
        isDescending: regionDescending,
        keyOf: keyOf && look(keyOf),
        groupsOf: groups && ((id) => groups(id) ?? []),
        ranks: groups && groupRanks(editor, regionGroup),
      });
    });
  }

  /** All regions in their order. */
  get order(): readonly string[] {
    return orderOf(this.nodes);
  }

  /** The number of each region, from 1. */
  get numbers(): ReadonlyMap<string, number> {
    return new Map(this.order.map((id, index) => [id, index + 1]));
  }

  /** What is to be seen of it. */
  get view(): OutlineView {
    const { found, folded } = this;
    return viewOf(this.nodes, (key) => folded.has(key), found && ((id) => found.has(id)));
  }

  get rows(): readonly OutlineRow[] {
    return this.view.rows;
  }

  /** Whether there is a filter that can keep a region from being shown. */
  get isFiltered(): boolean {
    return matcher(this.filter) !== undefined;
  }

  /** The regions that the filter lets pass; undefined without a filter. */
  private get found(): ReadonlySet<string> | undefined {
    const matches = matcher(this.filter);
    if (!matches) return undefined;
    const { regionIds, config } = this.#editor;
    this.#goBy(true);
    void config;
    return untracked(() => {
      const { regions } = this.#editor.doc;
      const passes = (id: string) => {
        const region = regions.get(id);
        return region !== undefined && matches(this.#toldOf(region));
      };
      return new Set(regionIds.filter(passes));
    });
  }

  /** Rows by their keys, and by the ids of their regions: one with two labels where it stands first. */
  private get places(): ReadonlyMap<string, number> {
    return placesOf(this.rows);
  }

  private get nodePlaces(): ReadonlyMap<string, number> {
    return placesOf(this.nodes);
  }

  /** Where a row is, by its key or the id of its region; undefined where it is not to be seen. */
  placeOf(keyOrId: string): number | undefined {
    return this.places.get(keyOrId);
  }

  /** What the list shows a region as a part of. */
  parentOf(id: string): string | undefined {
    const { nodes } = this;
    return nodes[nodes[this.nodePlaces.get(id) ?? -1]?.parent ?? -1]?.id;
  }

  /** The regions of a row and of all that is under it, by its key or the id of its region. */
  regionsOf(keyOrId: string): readonly string[] {
    const at = this.nodePlaces.get(keyOrId);
    if (at === undefined) return [];
    return this.nodes.slice(at, this.nodes[at]?.end).flatMap(({ id }) => id ?? []);
  }

  /** Hides what is under a row, or shows it. */
  fold(key: string, isFolded: boolean): void {
    const folded = new Set(this.folded);
    if (isFolded) folded.add(key);
    else folded.delete(key);
    this.folded = folded;
  }

  foldAll(isFolded: boolean): void {
    const { nodes } = this;
    const hasParts = ({ end }: OutlineNode, at: number) => end > at + 1;
    this.folded = isFolded ? new Set(nodes.filter(hasParts).map(({ key }) => key)) : none;
  }

  /** Whether there is anything that can be folded. */
  get hasParts(): boolean {
    return this.nodes.some(({ end }, at) => end > at + 1);
  }

  /** Opens all that a region is a part of. */
  unfoldTo(id: string): void {
    if (this.folded.size === 0 || this.placeOf(id) !== undefined) return;
    const { nodes } = this;
    const folded = new Set(this.folded);
    let at = this.nodePlaces.get(id) ?? -1;
    while (at >= 0) {
      at = nodes[at]?.parent ?? -1;
      folded.delete(nodes[at]?.key ?? '');
    }
    this.folded = folded;
  }

  /** Shows other regions. */
  narrow(filter: RegionFilter): void {
    this.filter = filter;
    if (!this.isFiltered) this.isolates = false;
  }

  /** Hides on the media what the filter does not show, until it is taken back or there is no filter. */
  isolate(isolates: boolean): void {
    this.isolates = isolates && this.isFiltered;
  }

  /** What the user hid by hand stays hidden. */
  #hideBut(found: ReadonlySet<string> | undefined): void {
    const { selection, regionIds } = this.#editor;
    const before = this.#isolated;
    const isOurs = (id: string) => before.has(id) || !selection.isHidden(id);
    const now = found ? regionIds.filter((id) => !found.has(id) && isOurs(id)) : [];
    this.#isolated = new Set(now);
    const back = [...before].filter((id) => !this.#isolated.has(id));
    if (back.length > 0) selection.hide(back, false);
    if (now.length > 0) selection.hide(now, true);
  }

  /** @param media whether the list goes by what is known of the media, too */
  #goBy(media: boolean): void {
    void this.edition;
    if (!media) return;
    const { config, facts } = this.#editor;
    for (const { module, name } of config.nodes) if (module?.kind === 'object' && name) facts.of(name);
  }

  private follow(changes: readonly Change[]): void {
    const { settings, config, scope } = this.#editor;
    const { regionGroup: group, regionSort: sort } = settings;
    const effect = effectOf(changes, { group, sort, config, filtered: this.isFiltered });
    if (effect === 'now') this.renew();
    else if (effect === 'later') {
      this.#waiting?.();
      this.#waiting = scope.timeout(() => this.renew(), PAUSE);
    }
  }

  private renew(): void {
    this.#waiting?.();
    this.#waiting = undefined;
    this.edition++;
  }

  /** Made once, as long as all that it is made of is the same. */
  #toldOf(region: Region): Told {
    const editor = this.#editor;
    const { completion, config, facts, faces } = editor;
    const of = [completion?.store.valuesOf(region.id), config, facts.of(region.toName, region.itemIndex)];
    const known = this.#known.get(region);
    if (known?.of.every((each, index) => each === of[index])) return known.told;
    let text: string | undefined;
    const told: Told = {
      id: region.id,
      labels: faces.labels(region).map(({ name }) => name),
      text() {
        text ??= [faces.text(region), ...saidOf(editor, region), noteOf(editor, region)].join('\n');
        return text;
      },
    };
    this.#known.set(region, { of, told });
    return told;
  }
}

function placesOf(rows: readonly { readonly key: string; readonly id?: string | undefined }[]): Map<string, number> {
  const places = new Map<string, number>();
  rows.forEach(({ key, id }, index) => {
    places.set(key, index);
    if (id !== undefined && id !== key && !places.has(id)) places.set(id, index);
  });
  return places;
}
