import type { MediaFacts } from '../contract/shape.js';
import type { Inputs, Step, Tool, ToolEnv } from '../contract/tool.js';
import type { Dict } from '../model/json.js';
import { type Granularity, granularities, snapToText } from '../shapes/span/granularity.js';
import { spanOf } from '../shapes/span/shape.js';
import { covered, type SelectTextState, selectTextTool } from './select-text.js';

type Env = ToolEnv<unknown, number>;

const { states: select } = selectTextTool;

/**
 * Selecting text marks it, snapped to the granularity asked for. With Ctrl held the regions that the selection covers
 * are selected instead. A click selects a region; dragging an end of it moves the end.
 */
export const spanTool: Tool<SelectTextState, unknown, number> = {
  name: 'span',
  space: 'flow',
  shape: 'span',
  title: 'Text span',
  icon: 'text-select',
  cursor: 'text',
  initial: { in: 'idle' },
  states: {
    ...select,
    // Whether the range or the release of the pointer is told first is up to the surface.
    idle: { ...select.idle, range: mark },
    held: { ...select.held, range: mark },
    free: { ...select.free, range: mark },
    ignoring: { ...select.ignoring, range: mark },
  },
};

function mark(state: SelectTextState, range: Inputs<number>['range'], env: Env): Step<SelectTextState, unknown> {
  const idle = { in: 'idle' } as const;
  const { from, to, ctrl, further = [] } = range;
  if (ctrl) return covered(state, range, env);
  const { facts } = env.sight;
  const { text } = facts;
  const granularity = granularityOf(env.options);
  const seen = [{ from, to }, ...further].flatMap((each) => seenParts(each.from, each.to, facts));
  const ranges = seen.flatMap(({ start, end }) =>
    text === undefined ? { start, end } : (snapToText(text, start, end, granularity, facts.anchors?.breaks) ?? []),
  );
  const created = ranges
    .filter(({ start, end }) => start < end)
    .map(({ start, end }) => ({ ask: 'create', geometry: spanOf(start, end, facts) }) as const);
  return created.length > 0 ? [idle, ...created, { ask: 'settle' }] : idle;
}

/** What was selected, without what is not to be seen of it. */
function seenParts(from: number, to: number, { unseen = [] }: MediaFacts): readonly { start: number; end: number }[] {
  const parts: { start: number; end: number }[] = [];
  let start = Math.min(from, to);
  const last = Math.max(from, to);
  for (const gap of unseen) {
    if (gap.end <= start || gap.start >= last) continue;
    if (gap.start > start) parts.push({ start, end: gap.start });
    start = Math.max(start, gap.end);
  }
  if (start < last) parts.push({ start, end: last });
  return parts;
}

const granularityOf = ({ granularity }: Dict): Granularity =>
  granularities.find((name) => name === String(granularity).toLowerCase()) ?? 'symbol';
