import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { controlOf, isLabels, labelsIn } from '../../editor/regions/controls.js';
import { canTakeOff, labellersOf, takeOff } from '../../editor/tags/beside.js';
import type { Region } from '../../model/document.js';
import { observable, runInAction } from '../../reactive/index.js';
import { iconButton } from '../buttons.js';
import type { Desk } from '../desk.js';
import { icon } from '../icons.js';
import { menu } from '../menu.js';
import { BesidePlace } from './beside-place.js';
import { detailTexts } from './texts.js';

/** The labels of a region as chips, and what else it can be labelled. Nothing where the config labels nothing like it. */
export function regionLabels(desk: Desk, region: Region): TemplateResult | undefined {
  const { editor, texts } = desk;
  const own = detailTexts(desk.locale);
  const mayEdit = editor.mayEdit(region);
  const chips = (editor.completion?.store.valuesOf(region.id) ?? []).flatMap(({ fromName, value, readonly }) => {
    const control = controlOf(editor.config.byName.get(fromName));
    if (!control || !isLabels(control)) return [];
    const changeable = mayEdit && readonly !== true;
    const removable = changeable && canTakeOff(control, value);
    return labelsIn(value).map((label, place) => {
      const { name, colour } = editor.faces.label(fromName, label);
      const take = () => takeOff(editor, control, value, place);
      return html`<li class="label-chip" title=${changeable && !removable ? own.lastLabel : name}><i class="dot" .style=${`background: ${colour}`}></i
        ><span>${name}</span>${removable ? iconButton({ label: own.takeOff(name), icon: 'x', press: take }) : nothing}</li>`;
    });
  });
  const more = mayEdit && labellersOf(editor, region).length > 0;
  if (chips.length === 0 && !more) return undefined;
  return html`<div class="label-chips"><ul aria-label=${texts.labels}>${
    chips.length > 0 ? chips : html`<li class="muted">${texts.noLabel}</li>`
  }</ul>${more ? menuOf(desk).template() : nothing}</div>`;
}

const menus = new WeakMap<Desk, LabelMenu>();

function menuOf(desk: Desk): LabelMenu {
  const made = menus.get(desk) ?? new LabelMenu(desk);
  menus.set(desk, made);
  return made;
}

/** The bars of labels that go with the selected region, in a popover. They are there while it is open. */
class LabelMenu {
  readonly #desk: Desk;
  readonly #place: BesidePlace;
  readonly #isOpen = observable.box(false);

  constructor(desk: Desk) {
    this.#desk = desk;
    this.#place = new BesidePlace(desk, () => {
      const { selection, doc } = desk.editor;
      const region = this.#isOpen.get() ? doc.regions.get(selection.ids[0] ?? '') : undefined;
      return region ? labellersOf(desk.editor, region) : [];
    });
  }

  template(): TemplateResult {
    const texts = detailTexts(this.#desk.locale);
    const bars = html`<div class="label-bars" @click=${this.#pressed} ${ref(this.#attach)}></div>`;
    return html`<span @toggle=${this.#toggled}>${menu('label-menu', texts.changeLabels, icon('plus'), bars)}</span>`;
  }

  readonly #attach = (element: Element | undefined): void => {
    if (!element) runInAction(() => this.#isOpen.set(false));
    this.#place.attach(element);
  };

  /** The event does not bubble. */
  readonly #toggled = {
    capture: true,
    handleEvent: ({ newState }: ToggleEvent) => runInAction(() => this.#isOpen.set(newState === 'open')),
  };

  /** Where one label is all that there can be, picking it is the end. */
  readonly #pressed = ({ target, currentTarget }: Event): void => {
    const { selection, doc, config } = this.#desk.editor;
    const region = doc.regions.get(selection.ids[0] ?? '');
    const [only, ...more] = region ? labellersOf(this.#desk.editor, region) : [];
    if (!only || more.length > 0 || config.options.get(only.key) === undefined) return;
    if (!(target instanceof Element) || !target.closest('.le-chip')) return;
    if (String(only.attributes.choice).toLowerCase() === 'multiple') return;
    (currentTarget as Element).closest<HTMLElement>('[popover]')?.hidePopover();
  };
}
