import { html, nothing, render, type TemplateResult } from 'lit';
import type { Option } from '../../contract/tag.js';
import type { Scope } from '../../contract/view.js';
import type { Relating } from '../../editor/relations/relating.js';
import type { Relation } from '../../model/document.js';
import { observable, runInAction } from '../../reactive/index.js';
import { iconButton } from '../buttons.js';
import type { Desk } from '../desk.js';
import { observe } from '../observe.js';
import { directionIcon, directionName } from './direction.js';
import { nameOfEnd, saidOf } from './names.js';
import type { Box } from './paths.js';
import { relationTexts } from './texts.js';

/** CSS pixels between the card and what it is about, and the edge of the window. */
const GAP = 8;
/** With more labels than this there is a field to find one, and no more than these are listed. */
const FEW = 10;
const MOST = 200;

/** The card beside the picked relation: what can be said of it. */
export class RelationCard {
  readonly #desk: Desk;
  readonly #relating: Relating;
  readonly #element: HTMLElement;
  readonly #placeOf: (id: string) => Box | undefined;
  readonly #filter = observable.box('');
  /** What had the focus before. */
  #before: HTMLElement | undefined;

  /** @param placeOf where a relation is to be seen, in client pixels */
  constructor(
    desk: Desk,
    relating: Relating,
    root: HTMLElement,
    placeOf: (id: string) => Box | undefined,
    scope: Scope,
  ) {
    this.#desk = desk;
    this.#relating = relating;
    this.#placeOf = placeOf;
    const element = document.createElement('div');
    element.className = 'popover relation-card';
    element.popover = 'manual';
    element.setAttribute('role', 'dialog');
    this.#element = element;
    root.append(element);
    scope.add(() => {
      render(nothing, element);
      element.remove();
    });
    scope.listen<KeyboardEvent>(element, 'keydown', (event) => this.#key(event));
    let shown: string | undefined;
    scope.react(() => {
      const id = relating.opened ? relating.picked?.id : undefined;
      if (id === shown) return;
      shown = id;
      if (id === undefined) this.#close();
      else this.#open(id);
    });
  }

  /** Beside the relation, where that is in view. */
  place(): void {
    const element = this.#element;
    const id = this.#relating.picked?.id;
    if (id === undefined || !element.matches(':popover-open')) return;
    const at = this.#placeOf(id) ?? this.#rowOf(id) ?? this.#desk.root.host.getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    const { offsetWidth, offsetHeight } = element;
    const below = at.bottom + GAP + offsetHeight <= clientHeight;
    const top = below ? at.bottom + GAP : at.top - GAP - offsetHeight;
    const left = (at.left + at.right) / 2 - offsetWidth / 2;
    element.style.top = `${Math.max(GAP, Math.min(top, clientHeight - offsetHeight - GAP))}px`;
    element.style.left = `${Math.max(GAP, Math.min(left, clientWidth - offsetWidth - GAP))}px`;
  }

  /** Gives it the focus, for who works with the keyboard. */
  focus(): void {
    const { activeElement } = this.#desk.root;
    if (!this.#before && activeElement instanceof HTMLElement) this.#before = activeElement;
    const element = this.#element;
    const first = element.querySelector<HTMLElement>('input:checked') ?? element.querySelector<HTMLElement>('input');
    (first ?? element.querySelector<HTMLElement>('footer button'))?.focus({ preventScroll: true });
  }

  #rowOf(id: string): DOMRect | undefined {
    const rows = this.#desk.root.querySelectorAll<HTMLElement>('.relation-row');
    return [...rows].find(({ dataset }) => dataset.relation === id)?.getBoundingClientRect();
  }

  #open(id: string): void {
    const element = this.#element;
    runInAction(() => this.#filter.set(''));
    render(html`${observe(() => this.#body(id))}`, element);
    if (!element.matches(':popover-open')) element.showPopover();
    this.place();
  }

  #close(): void {
    const element = this.#element;
    const held = element.contains(this.#desk.root.activeElement);
    const back = this.#before;
    this.#before = undefined;
    // First, so that the focus is not lost with the card.
    if (held) (back?.isConnected ? back : element.closest<HTMLElement>('.le'))?.focus({ preventScroll: true });
    if (element.matches(':popover-open')) element.hidePopover();
    render(nothing, element);
  }

  #key(event: KeyboardEvent): void {
    if (event.key === 'Escape') runInAction(() => (this.#relating.opened = false));
    else if (event.key === 'Enter' && (event.target as Element).matches('input')) {
      // As Space does, and done.
      const input = event.target as HTMLInputElement;
      const option = input.type === 'search' ? this.#options()[0]?.id : input.checked ? undefined : input.value;
      const { picked } = this.#relating;
      if (picked && option !== undefined && !this.#desk.editor.readonly) this.#relating.toggleLabel(picked, option);
      runInAction(() => (this.#relating.opened = false));
    } else return;
    event.stopPropagation();
    event.preventDefault();
  }

  #options(): readonly Option[] {
    const wanted = this.#filter.get().trim().toLowerCase();
    const { options } = this.#relating;
    const found = wanted ? options.filter(({ value }) => value.toLowerCase().includes(wanted)) : options;
    return found.slice(0, MOST);
  }

  #body(id: string): TemplateResult | typeof nothing {
    const desk = this.#desk;
    const { editor, locale } = desk;
    const relating = this.#relating;
    const texts = relationTexts(locale);
    const relation = editor.doc.relations.get(id);
    const [from, to] = [editor.doc.regions.get(relation?.fromId ?? ''), editor.doc.regions.get(relation?.toId ?? '')];
    if (!relation || !from || !to) return nothing;
    const labels = relating.labels(relation);
    this.#element.setAttribute(
      'aria-label',
      saidOf(
        desk,
        texts,
        relation,
        labels.map(({ name }) => name),
      ),
    );
    return html`<header><div>${nameOfEnd(desk, from, undefined)}${directionIcon(relation.direction)}${nameOfEnd(desk, to, undefined)}</div
      >${iconButton({ label: desk.texts.close, icon: 'x', press: () => runInAction(() => (relating.opened = false)) })}</header>
      ${this.#labels(relation)}
      <footer role="group" aria-label=${texts.direction}>${(['right', 'left', 'bi'] as const).map(
        (direction) => html`<button
          type="button" class="button" aria-pressed=${direction === relation.direction ? 'true' : 'false'} ?disabled=${editor.readonly}
          aria-label=${directionName(texts, direction)} title=${directionName(texts, direction)} @click=${() => relating.turn(relation, direction)}
        >${directionIcon(direction)}</button>`,
      )}<span class="spacer"></span>${iconButton({
        label: texts.deleteRelation,
        icon: 'trash-2',
        disabled: editor.readonly,
        press: () => relating.remove(relation),
      })}</footer>`;
  }

  #labels(relation: Relation): TemplateResult {
    const { editor, locale } = this.#desk;
    const relating = this.#relating;
    const texts = relationTexts(locale);
    const { single } = relating;
    const given = relation.labels ?? [];
    const offered = this.#options();
    // What the config does not know can be taken back, and not given again.
    const unknown = relating
      .labels(relation)
      .flatMap(({ name, colour, known }) => (known ? [] : { name, colour }))
      .slice(0, MOST);
    const line = (word: string, name: string, colour: string, title: string | undefined) => html`<label
      class="choice" title=${title ?? nothing}
    ><input type=${single ? 'radio' : 'checkbox'} name="relation-label" .value=${word} .checked=${given.includes(word)} ?disabled=${editor.readonly}
      @change=${() => relating.toggleLabel(relation, word)} @click=${() => single && given.includes(word) && relating.toggleLabel(relation, word)}
    ><i class="dot" .style=${`background: ${colour}`}></i><span class="name">${name}</span></label>`;
    if (relating.options.length + unknown.length === 0) {
      return html`<p class="empty">${texts.onlyDirection}</p>`;
    }
    return html`<fieldset><legend>${texts.labels}</legend>
      ${
        relating.options.length > FEW
          ? html`<input
              type="search" class="field" aria-label=${texts.filter} placeholder=${texts.filter} .value=${this.#filter.get()}
              @input=${(event: Event) => runInAction(() => this.#filter.set((event.target as HTMLInputElement).value))}
            >`
          : nothing
      }
      <div class="options">${unknown.map(({ name, colour }) => line(name, name, colour, texts.unknownLabel))}${offered.map(
        ({ id, value, colour }) => line(id, value, colour, undefined),
      )}${offered.length + unknown.length === 0 ? html`<p class="empty">${texts.noSuchLabel}</p>` : nothing}</div>
    </fieldset>`;
  }
}
