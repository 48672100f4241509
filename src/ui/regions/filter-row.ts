import { html, nothing, type TemplateResult } from 'lit';
import { type LabelRule, labelHows, type RegionFilter } from '../../editor/outline/filtering.js';
import { iconButton } from '../buttons.js';
import { icon } from '../icons.js';
import { showFilter } from './list-bar.js';
import type { RegionList } from './region-list.js';
import { type OutlineTexts, outlineTexts } from './texts.js';

/** From so many regions on, a pause in the typing is waited for. */
const MANY = 1000;
const PAUSE = 120;
/** Labels that are offered while one is typed. */
const MOST_OFFERED = 500;

/** Narrows the list down: words to look for, rules for labels, and what becomes of the rest. */
export function filterRow(list: RegionList): TemplateResult {
  const { desk, outline } = list;
  const own = outlineTexts(desk.locale);
  const { text, rules, every } = outline.filter;
  const put = (change: Partial<RegionFilter>) => outline.narrow({ ...outline.filter, ...change });
  const typed = (name: string, change: (word: string) => Partial<RegionFilter>) => (event: Event) => {
    const word = (event.target as HTMLInputElement).value;
    list.wait(name, () => put(change(word)), desk.editor.regionIds.length > MANY ? PAUSE : 0);
  };
  const ruleAt = (at: number, change: Partial<LabelRule>) => ({
    rules: outline.filter.rules.map((rule, index) => (index === at ? { ...rule, ...change } : rule)),
  });
  const key = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      showFilter(list, false);
      desk.root.querySelector<HTMLElement>('.list-bar [aria-expanded]')?.focus();
    } else if (
      event.key === 'ArrowDown' &&
      event.target instanceof HTMLInputElement &&
      event.target.type === 'search'
    ) {
      void list.focus(0);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return html`<div class="list-filter" role="search" aria-label=${own.filter} @keydown=${key}>
    <div class="line"><input
      type="search" class="field" placeholder=${own.filterHint} aria-label=${own.filterHint} autocomplete="off" spellcheck="false"
      .value=${text} @input=${typed('text', (word) => ({ text: word }))}
    />${iconButton({
      label: own.addRule,
      icon: 'plus',
      press: () => put({ rules: [...rules, { how: 'contains', word: '' }] }),
    })}${iconButton({ label: own.clearFilter, icon: 'x', press: () => showFilter(list, false) })}</div>
    ${rules.map((rule, at) =>
      ruleRow(own, rule, at, {
        how: (how) => put(ruleAt(at, { how })),
        word: typed(`rule ${at}`, (word) => ruleAt(at, { word })),
        remove: () => put({ rules: outline.filter.rules.filter((_, index) => index !== at) }),
        joint: at === 0 ? undefined : every,
        join: (all) => put({ every: all }),
      }),
    )}
    ${rules.length === 0 ? nothing : html`<datalist id="list-labels">${labelNames(list).map((name) => html`<option value=${name}></option>`)}</datalist>`}
    ${outline.isFiltered ? standing(list, own) : nothing}
  </div>`;
}

interface RuleDoings {
  how(how: LabelRule['how']): void;
  readonly word: (event: Event) => void;
  remove(): void;
  /** How it is joined to the one before; the first is to none. */
  readonly joint: boolean | undefined;
  join(every: boolean): void;
}

function ruleRow(own: OutlineTexts, { how, word }: LabelRule, at: number, doings: RuleDoings): TemplateResult {
  const { joint } = doings;
  return html`<div class="line" role="group" aria-label=${`${own.rule} ${at + 1}`}>
    ${
      joint === undefined
        ? html`<span class="lead">${own.label}</span>`
        : html`<select class="field lead" aria-label=${joint ? own.everyRule : own.anyRule} title=${joint ? own.everyRule : own.anyRule}
            @change=${(event: Event) => doings.join((event.target as HTMLSelectElement).value === 'and')}
          ><option value="and" .selected=${joint}>${own.and}</option><option value="or" .selected=${!joint}>${own.or}</option></select>`
    }<select class="field how" aria-label=${own.rule} @change=${(event: Event) => {
      const picked = labelHows[(event.target as HTMLSelectElement).selectedIndex];
      if (picked) doings.how(picked);
    }}>${labelHows.map((each) => html`<option value=${each} .selected=${each === how}>${own[each]}</option>`)}</select>${
      how === 'empty'
        ? html`<span class="field-room"></span>`
        : html`<input class="field" list="list-labels" aria-label=${own.labelOf} placeholder=${own.label} autocomplete="off" .value=${word} @input=${doings.word} />`
    }${iconButton({ label: own.removeRule, icon: 'circle-minus', press: doings.remove })}
  </div>`;
}

/** How many are not shown, and whether they are to be seen on the media. */
function standing({ desk, outline }: RegionList, own: OutlineTexts): TemplateResult {
  return html`<div class="line standing"><span class="said-hidden" role="status">${own.hidden(desk.number(outline.view.hidden))}</span
    ><button
      type="button" class="button" aria-pressed=${outline.isolates ? 'true' : 'false'} title=${own.isolateHint}
      @click=${() => outline.isolate(!outline.isolates)}
    >${icon(outline.isolates ? 'eye-off' : 'eye')}${own.isolateMatches}</button></div>`;
}

/** The labels that the config offers. */
function labelNames({ desk }: RegionList): readonly string[] {
  const { config } = desk.editor;
  const names = new Set<string>();
  for (const options of config.options.values()) {
    for (const { value } of options) {
      if (names.size >= MOST_OFFERED) return [...names];
      names.add(value);
    }
  }
  return [...names];
}
