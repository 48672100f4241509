import { render } from 'lit';
import type { Scope, TagContext } from '../../contract/view.js';
import { type Json, jsonEqual } from '../../model/json.js';
import { attract } from '../parts/attention.js';
import { itemName, type ListItem } from '../parts/item-card.js';
import type { Markup } from '../parts/markup.js';
import { type BoardLook, boardTemplate } from './board-template.js';
import { arrange, type Column, moved, type Place, placeOf, written } from './columns.js';
import { startDrag } from './drag.js';
import { type Move, MoveMenu } from './move-menu.js';

/** Cards of a column that are made at once. */
const BATCH = 1000;

/** What the board shows and is about. */
export interface Ranked {
  readonly items: readonly ListItem[];
  /** Of `columnsOf`. */
  readonly columns: readonly Column[];
  readonly home: string;
  readonly markup: Markup | undefined;
}

/** An item that was picked up, and how the columns would be if it were dropped now. */
interface Carried {
  readonly id: string;
  readonly by: 'pointer' | 'keys';
  readonly value: Json | undefined;
  readonly from: readonly Column[];
  readonly columns: readonly Column[];
}

/** Columns of cards that are moved by pointer, by keys, or by a list of places. Each move is one edit. */
export class Board {
  readonly #context: TagContext;
  readonly #ranked: Ranked;
  readonly #byId = new Map<string, ListItem>();
  readonly #host: HTMLElement;
  readonly #place = document.createElement('div');
  /** What screen readers are told. */
  readonly #live = document.createElement('div');
  readonly #menu: MoveMenu;
  #carried: Carried | undefined;
  #drag: Scope | undefined;
  /** The card that Tab comes to. */
  #active: string | undefined;
  /** The card that takes the focus once it is drawn. */
  #focus: string | undefined;
  #drawing = false;
  #limit = BATCH;
  readonly #on: BoardLook['on'] = {
    press: (event) => this.#press(event),
    key: (event) => this.#key(event),
    focusIn: (event) => this.#focused(event),
    focusOut: (event) => this.#left(event),
    menu: (event, id) => this.#openMenu(event, id),
    more: () => this.#more(),
  };

  constructor(context: TagContext, host: HTMLElement, ranked: Ranked) {
    this.#context = context;
    this.#ranked = ranked;
    this.#host = host;
    for (const item of ranked.items) if (!this.#byId.has(item.id)) this.#byId.set(item.id, item);
    this.#live.className = 'le-rank-hidden';
    this.#live.role = 'status';
    this.#live.ariaLive = 'assertive';
    host.append(this.#place, this.#live);
    this.#menu = new MoveMenu(host);
  }

  start(): void {
    const { scope } = this.#context;
    scope.react(() => this.#draw());
    scope.add(() => this.#drag?.dispose());
    this.#context.onFocusRequest(() => attract(this.#place, this.#place.querySelector('[tabindex="0"]')));
  }

  get #mayEdit(): boolean {
    const { readonly, locked, target } = this.#context;
    return !readonly && !locked && target.of !== 'nothing';
  }

  get #arranged(): readonly Column[] {
    const { columns, home } = this.#ranked;
    return arrange(columns, home, this.#context.value, [...this.#byId.keys()]);
  }

  get #shown(): readonly Column[] {
    return this.#carried?.columns ?? this.#arranged;
  }

  #nameOf(id: string): string {
    const item = this.#byId.get(id);
    return item ? itemName(item) : id;
  }

  #pickUp(id: string, by: 'pointer' | 'keys'): void {
    const columns = this.#arranged;
    this.#carried = { id, by, value: this.#context.value, from: columns, columns };
    this.#active = id;
    if (by === 'keys') this.#say(`Picked up ${this.#nameOf(id)}, ${this.#where(columns, id)}.`);
    this.#draw();
  }

  #carry(to: Place): void {
    const carried = this.#carried;
    if (!carried) return;
    const columns = moved(carried.columns, carried.id, to);
    if (jsonEqual(placeOf(columns, carried.id), placeOf(carried.columns, carried.id))) return;
    this.#carried = { ...carried, columns };
    if (carried.by === 'keys') {
      this.#focus = carried.id;
      this.#say(this.#where(columns, carried.id));
    }
    this.#draw();
  }

  #drop(): void {
    const carried = this.#carried;
    if (!carried) return;
    this.#carried = undefined;
    this.#put(carried.id, carried.columns, carried.from);
  }

  /** One edit, unless nothing has moved. */
  #put(id: string, columns: readonly Column[], from: readonly Column[]): void {
    this.#active = id;
    this.#focus = id;
    this.#say(`Dropped ${this.#nameOf(id)}, ${this.#where(columns, id)}.`);
    const { value } = this.#context;
    if (!jsonEqual(placeOf(columns, id), placeOf(from, id))) {
      this.#context.setValue(written(columns, this.#ranked.home, value));
    }
    this.#draw();
  }

  #putBack(): void {
    const { id, from } = this.#carried ?? {};
    if (id === undefined || !from) return;
    this.#carried = undefined;
    this.#focus = id;
    this.#say(`Put back ${this.#nameOf(id)}, ${this.#where(from, id)}.`);
    this.#draw();
  }

  #where(columns: readonly Column[], id: string): string {
    const place = placeOf(columns, id);
    const column = columns.find(({ key }) => key === place?.key);
    if (!place || !column) return '';
    return `${place.index + 1} of ${column.ids.length}${column.title ? ` in ${column.title}` : ''}`;
  }

  #say(message: string): void {
    this.#live.textContent = message;
  }

  #press(event: PointerEvent): void {
    const target = event.target as Element;
    const card = target.closest<HTMLElement>('[data-item]');
    const id = card?.dataset.item;
    const isOther = target.closest('button, audio, video, summary') !== null;
    if (!card || id === undefined || isOther || event.button !== 0 || !event.isPrimary || !this.#mayEdit) return;
    // A finger on the card scrolls; there is a handle to drag it by.
    if (event.pointerType === 'touch' && !target.closest('.le-rank-grip')) return;
    if (this.#carried) this.#putBack();
    this.#drag?.dispose();
    this.#drag = this.#context.scope.child();
    startDrag(event, this.#drag, {
      card,
      host: this.#host,
      board: event.currentTarget as HTMLElement,
      lift: () => this.#pickUp(id, 'pointer'),
      carry: (to) => this.#carry(to),
      drop: () => this.#drop(),
      putBack: () => this.#putBack(),
    });
  }

  #key(event: KeyboardEvent): void {
    const card = event.target as HTMLElement;
    const id = card.dataset.item;
    if (id === undefined || event.ctrlKey || event.metaKey || event.altKey || !this.#mayEdit) return;
    const carried = this.#carried;
    if (event.key === ' ' || event.key === 'Enter') carried ? this.#drop() : this.#pickUp(id, 'keys');
    else if (event.key === 'Escape' && carried) this.#putBack();
    else if (!this.#step(event.key, id)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Moves the card that was picked up, or else the focus. Whether the key is one that does. */
  #step(key: string, id: string): boolean {
    const columns = this.#shown;
    const place = placeOf(columns, id);
    if (!place) return false;
    const reach = this.#carried
      ? columns.filter(({ kind, key }) => kind !== 'stranger' || key === place.key)
      : columns.filter(({ ids }) => ids.length > 0);
    const at = reach.findIndex((column) => column.key === place.key);
    const last = (reach[at]?.ids.length ?? 1) - 1;
    const rows: Readonly<Record<string, number>> = {
      ArrowUp: Math.max(0, place.index - 1),
      ArrowDown: Math.min(last, place.index + 1),
      Home: 0,
      End: last,
    };
    const aside = key === 'ArrowLeft' ? -1 : key === 'ArrowRight' ? 1 : 0;
    const index = aside ? place.index : rows[key];
    if (index === undefined) return false;
    const column = reach[at + aside];
    if (!column) return true;
    if (this.#carried) this.#carry({ key: column.key, index });
    else this.#focusOn(column.ids[Math.min(index, column.ids.length - 1)]);
    return true;
  }

  #focusOn(id: string | undefined): void {
    this.#active = id;
    this.#focus = id;
    this.#draw();
  }

  #focused(event: FocusEvent): void {
    const id = (event.target as Element).closest<HTMLElement>('[data-item]')?.dataset.item;
    if (id === undefined || id === this.#active) return;
    this.#active = id;
    this.#draw();
  }

  /** Going elsewhere is no way to drop something; going to another window is no way to put it back. */
  #left(event: FocusEvent): void {
    if (this.#drawing || this.#carried?.by !== 'keys' || !document.hasFocus()) return;
    const to = event.relatedTarget as Node | null;
    if (to && this.#place.contains(to)) return;
    this.#putBack();
    this.#focus = undefined;
  }

  #openMenu(event: Event, id: string): void {
    const columns = this.#arranged;
    const place = placeOf(columns, id);
    const own = columns.find(({ key }) => key === place?.key);
    if (!place || !own) return;
    const last = own.ids.length - 1;
    const move = (title: string, to: Place, enabled = true, apart = false): Move => ({
      title,
      enabled,
      apart,
      run: () => this.#mayEdit && this.#put(id, moved(this.#arranged, id, to), this.#arranged),
    });
    const within = own.kind !== 'stranger';
    const at = (index: number): Place => ({ key: own.key, index });
    const others = columns.filter(({ key, kind }) => key !== own.key && kind !== 'stranger');
    this.#menu.open(event.currentTarget as HTMLElement, `Move ${this.#nameOf(id)}`, [
      move('Up', at(place.index - 1), within && place.index > 0),
      move('Down', at(place.index + 1), within && place.index < last),
      move('To the top', at(0), within && place.index > 0),
      move('To the bottom', at(last), within && place.index < last),
      ...others.map(({ key, title, ids }, index) => move(`To ${title}`, { key, index: ids.length }, true, index === 0)),
    ]);
  }

  #draw(): void {
    const { value } = this.#context;
    const free = this.#mayEdit;
    if (this.#carried && !(free && jsonEqual(this.#carried.value, value))) {
      this.#carried = undefined;
      this.#drag?.dispose();
    }
    const columns = this.#shown;
    if (this.#active === undefined || !this.#byId.has(this.#active))
      this.#active = columns.flatMap(({ ids }) => ids)[0];
    this.#drawing = true;
    render(boardTemplate(columns, this.#look(free)), this.#place);
    this.#refocus();
    this.#drawing = false;
  }

  #look(free: boolean): BoardLook {
    return {
      key: this.#context.node.key,
      name: this.#context.node.name ?? 'Ranker',
      free,
      active: this.#active,
      carried: this.#carried,
      limit: this.#limit,
      markup: this.#ranked.markup,
      item: (id) => this.#byId.get(id) ?? { id },
      on: this.#on,
    };
  }

  #refocus(): void {
    const id = this.#focus;
    this.#focus = undefined;
    if (id === undefined) return;
    for (const card of this.#place.querySelectorAll<HTMLElement>('[data-item]')) {
      if (card.dataset.item !== id) continue;
      card.focus({ preventScroll: true });
      card.scrollIntoView({ block: 'nearest' });
      return;
    }
  }

  #more(): void {
    this.#limit += BATCH;
    this.#draw();
  }
}
