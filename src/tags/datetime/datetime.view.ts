import type { View } from '../../contract/view.js';
import type { Dict, Json } from '../../model/json.js';
import { runInAction } from '../../reactive/index.js';
import { attract } from '../parts/attention.js';
import { text } from '../parts/attributes.js';
import { mountContent } from '../parts/content.js';
import { hotkeyBadgeStyles } from '../parts/hotkey-badge.js';
import { readAsked, readStamp } from './asked.js';
import { boundsOf, refusal } from './bounds.js';
import { dateCheck } from './date-check.js';
import { DateFields } from './fields.js';
import { type Formats, loadFormats } from './formats.js';

/** By format, for all that ask. */
const formats = new Map<string, Formats>();

/** A date, a time, both, a month or a year, in the fields of the browser. */
export const dateTimeView: View = {
  styles: `
${hotkeyBadgeStyles}
.le-date { display: flex; flex-wrap: wrap; align-items: center; gap: 6px; padding: 2px 0; }
.le-date :is(input, select) {
  height: 28px; min-width: 0; max-width: 100%; box-sizing: border-box; padding: 0 8px; font: inherit; font-variant-numeric: tabular-nums;
  color: var(--le-text); background: var(--le-surface); border: 1px solid var(--le-line); border-radius: var(--le-radius);
}
.le-date input { cursor: text; }
.le-date select { padding-inline-end: 4px; cursor: pointer; }
.le-date :is(input, select):focus-visible { outline: 2px solid var(--le-accent); outline-offset: -1px; }
.le-date :is(input, select)[aria-invalid="true"] { border-color: var(--le-danger); }
.le-date :is(input, select):disabled { color: var(--le-muted); background: var(--le-surface-2); cursor: default; opacity: 1; }
.le-date-clear {
  display: grid; place-items: center; flex: none; width: 24px; height: 28px; padding: 0; color: var(--le-muted); cursor: pointer;
  background: none; border: 0; border-radius: var(--le-radius);
}
.le-date-clear:hover { color: var(--le-text); background: var(--le-surface-2); }
.le-date-clear:focus-visible { outline: 2px solid var(--le-accent); outline-offset: -1px; }
.le-date-required { color: var(--le-danger); }
.le-date-note { flex-basis: 100%; margin: 0; color: var(--le-muted); overflow-wrap: anywhere; }
.le-date-note:empty { display: none; }
.le-date-wrong { color: var(--le-danger); }
@media (pointer: coarse) { .le-date :is(input, select), .le-date-clear { height: 36px; } .le-date-clear { width: 36px; } }
`,
  async mount(host, context) {
    const { attributes, name } = context.node;
    const format = text(attributes, 'format');
    if (format !== undefined && !formats.has(format)) formats.set(format, await loadFormats(format));
    if (context.scope.signal.aborted) return;
    runInAction(() => dateCheck.set((value, of) => refused(value, of)));
    mountContent(host, context);
    const place = document.createElement('div');
    host.append(place);
    const fields = new DateFields(context, place, format === undefined ? undefined : formats.get(format));
    fields.start();
    context.onFocusRequest(() => attract(place, fields.first));
    const keys = text(attributes, 'hotkey');
    if (keys) context.hotkey(keys, `Go to ${name ?? 'the date'}`, () => fields.first?.focus());
  },
};

function refused(value: Json, attributes: Dict): string | undefined {
  const asked = readAsked(attributes.only);
  const stamp = readStamp(value, asked, formats.get(text(attributes, 'format') ?? ''));
  // Of half a date nothing can be said.
  if (!stamp || (asked.time && stamp.time === undefined)) return undefined;
  return refusal(stamp, asked, boundsOf(attributes, new Date()));
}
