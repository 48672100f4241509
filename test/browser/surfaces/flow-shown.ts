import { LifetimeScope } from '../../../src/base/scope.js';
import type { FlowContent, FlowOptions, Layer, TextFlow } from '../../../src/contract/surface.js';
import type { Input } from '../../../src/contract/tool.js';
import { autorun } from '../../../src/reactive/index.js';
import { createTextFlow } from '../../../src/surfaces/flow/text-flow.js';

/** One text surface on the page by itself, and what is seen of it. */

export const frames = async (count = 3) => {
  for (let i = 0; i < count; i++) await new Promise((done) => requestAnimationFrame(done));
};

export interface Setup {
  readonly text: string | FlowContent;
  readonly style?: Partial<CSSStyleDeclaration>;
  readonly layers?: readonly Layer[];
  readonly options?: Partial<FlowOptions>;
  readonly plain?: boolean;
  readonly inDocument?: boolean;
}
export interface Shown {
  readonly flow: TextFlow;
  readonly inputs: Input<number>[];
  readonly surface: HTMLElement;
}

const scopes: LifetimeScope[] = [];

export async function show({
  text,
  layers = [],
  options = {},
  plain = false,
  inDocument = false,
  style = {},
}: Setup): Promise<Shown> {
  const scope = new LifetimeScope(autorun);
  scopes.push(scope);
  const outer = document.createElement('div');
  document.body.append(outer);
  scope.add(() => outer.remove());
  const host = document.createElement('div');
  Object.assign(host.style, { height: '240px', width: '600px', font: '16px monospace', ...style });
  (inDocument ? outer : outer.attachShadow({ mode: 'open' })).append(host);
  const flow = await createTextFlow(host, scope, { report: () => {}, plain });
  const inputs: Input<number>[] = [];
  flow.onInput((input) => inputs.push(input));
  flow.configure(options);
  flow.show(text);
  flow.draw(layers);
  await frames();
  return { flow, inputs, surface: host.querySelector('[part=surface]') as HTMLElement };
}

export const span = (id: string, start: number, end: number, more: Partial<Layer> = {}): Layer =>
  Object.freeze({
    id,
    marks: [{ draw: 'span', start, end } as const],
    colour: '#d4380d',
    fillOpacity: 0.2,
    strokeWidth: 2,
    ...more,
  });
export const withHandles = (id: string, start: number, end: number): Layer =>
  span(id, start, end, {
    selected: true,
    handles: [
      { id: 'start', at: start },
      { id: 'end', at: end },
    ] as unknown as NonNullable<Layer['handles']>,
  });

/** The middle of the letter at a code point. */
export const on = (flow: TextFlow, at: number) => {
  const a = flow.toClient(at);
  const b = flow.toClient(at + 1);
  return { x: (a.x + b.x) / 2, y: a.y };
};
export const highlighted = () =>
  [...CSS.highlights.values()].flatMap((highlight) =>
    [...highlight].map((range) => {
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      return live.toString();
    }),
  );
export const numbers = (inputs: readonly Input<number>[]) =>
  inputs.map((input) => (input.kind === 'range' ? [input.from, input.to] : input));
export const nothingSelected = (flow: TextFlow) => {
  const root = flow.host.getRootNode();
  const shadowRoots = root instanceof ShadowRoot ? [root] : [];
  const [range] = document.getSelection()?.getComposedRanges({ shadowRoots }) ?? [];
  return !range || range.collapsed;
};

/** Ends all texts that are shown. */
export function endAll(): void {
  for (const scope of scopes.splice(0)) scope.dispose();
  document.getSelection()?.removeAllRanges();
}

export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await frames(1);
}
