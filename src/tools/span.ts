import type { MediaFacts } from '../contract/shape.js';
import type { Inputs, Step, Tool, ToolEnv } from '../contract/tool.js';
import type { Dict } from '../model/json.js';
import { type Granularity, granularities, snapToText } from '../shapes/span/granularity.js';
import { spanOf } from '../shapes/span/shape.js';
import { type TransformState, transformTool } from './transform.js';

type Env = ToolEnv<unknown, number>;

const { states: transform } = transformTool('flow');

/**
 * Selecting text marks it, snapped to the granularity asked for. With Ctrl held the regions that the selection covers
 * are selected instead. A click selects a region; dragging an end of it moves the end.
 */
export const spanTool: Tool<TransformState, unknown, number> = {
  name: 'span',
  space: 'flow',
  shape: 'span',
  title: 'Text span',
  icon: 'text-select',
  cursor: 'text',
  initial: { in: 'idle' },
  states: {
    ...transform,
    // Whether the range or the release of the pointer is told first is up to the surface.
    idle: { ...transform.idle, range: mark },
    held: { ...transform.held, range: mark },
    free: { ...transform.free, range: mark },
    ignoring: { ...transform.ignoring, range: mark },
  },
};

function mark(_: TransformState, { from, to, ctrl }: Inputs<number>['range'], env: Env): Step<TransformState, unknown> {
  const idle = { in: 'idle' } as const;
  if (ctrl) return [idle, { ask: 'select', regionIds: [...new Set([...env.selected, ...env.within(from, to)])] }];
  const { facts } = env.sight;
  const ranges = seenParts(from, to, facts).flatMap((part) =>
    facts.text === undefined ? part : (snapToText(facts.text, part.start, part.end, granularityOf(env.options)) ?? []),
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
