import { html, nothing, render } from 'lit';
import type { TagContext, View } from '../../contract/view.js';
import { type Problem, warning } from '../../model/problem.js';
import { observable, runInAction } from '../../reactive/index.js';
import { type MediaState, mediaNote, mediaStateStyles } from '../parts/media-state.js';
import { Grid } from './grid.js';
import { handle } from './handling.js';
import { loadSheet, sourceOf } from './load-sheet.js';
import { tableStyles } from './table-styles.js';

/** A table to look at: it is sorted and walked through, and nothing in it changes. */
export const tableView: View = {
  styles: `${mediaStateStyles}${tableStyles}`,
  mount(host, context) {
    const { scope, node } = context;
    const label = node.name ?? 'Table';
    const frame = document.createElement('div');
    frame.className = 'le-table htx-table';
    frame.hidden = true;
    const whole = document.createElement('div');
    whole.className = 'le-table-whole';
    whole.popover = 'auto';
    whole.tabIndex = -1;
    whole.role = 'dialog';
    whole.ariaLabel = 'The whole cell';
    const note = document.createElement('div');
    host.append(frame, whole, note);

    const grid = observable.box<Grid | undefined>(undefined);
    const state = load(context, (made) => {
      frame.hidden = made.columns === 0;
      made.look({ width: frame.clientWidth, height: frame.clientHeight });
      runInAction(() => grid.set(made));
    });
    handle(frame, whole, scope, () => grid.get());
    // In the next frame: other columns can make it another height.
    scope.onResize(frame, ({ contentRect: { width, height } }) => {
      scope.frame(() => grid.get()?.look({ width, height }));
    });
    scope.react(() => {
      const now = grid.get();
      render(now && now.columns > 0 ? now.template(label) : nothing, frame);
    });
    scope.react(() => render(footer(grid.get(), state()), note));
  },
};

interface State {
  readonly media: MediaState;
  readonly problem?: Problem;
  readonly retry: () => void;
}

function footer(grid: Grid | undefined, { media, problem, retry }: State) {
  if (!grid) return mediaNote(media, 'table', retry);
  const { count, titles } = grid.sheet;
  const number = (amount: number, what: string) => `${amount.toLocaleString('en')} ${what}${amount === 1 ? '' : 's'}`;
  const size =
    titles.length === 0
      ? 'There is nothing in this table.'
      : count === 0
        ? 'There are no rows in this table.'
        : grid.rows < count
          ? `The first ${number(grid.rows, 'row')} of ${count.toLocaleString('en')}`
          : grid.isSmall && count <= 20
            ? ''
            : `${number(count, 'row')}, ${number(titles.length, 'column')}`;
  return html`${problem ? html`<p class="le-table-fault" role="status">${problem.message}</p>` : nothing}${
    size ? html`<p class="le-table-size">${size}</p>` : nothing
  }`;
}

/** Fetches and reads the data. The returned function is observable. */
function load(context: TagContext, show: (grid: Grid) => void): () => State {
  const { node, scope } = context;
  const source = sourceOf(context);
  const state = observable.box<Omit<State, 'retry'>>({ media: { is: 'loading', loaded: 0 } });
  const set = (next: Omit<State, 'retry'>) => runInAction(() => state.set(next));
  const { stranger } = source.type;
  if (stranger) {
    const message = `valueType of <Table name="${node.name}"> has "${stranger}", which means nothing. Write json or csv, and for CSV url, separator= and headless.`;
    context.report(warning('config/wrong-attribute', message, { attribute: 'valueType' }));
  }
  let forget = () => {};
  const start = async () => {
    forget();
    set({ media: { is: 'loading', loaded: 0 } });
    const { value, problems } = await loadSheet(context, source, (loaded, total) =>
      set({ media: { is: 'loading', loaded, ...(total !== undefined && { total }) } }),
    );
    if (scope.signal.aborted) return;
    const problem = problems?.[0];
    if (problem) forget = context.report({ ...problem, at: { attribute: 'value' } });
    if (value) {
      show(new Grid(value));
      set({ media: { is: 'shown' }, ...(problem && { problem }) });
    } else if (problem) {
      set({ media: { is: 'failed', problem, ...(source.url && { url: source.url }) } });
    }
  };
  void start();
  return () => ({ ...state.get(), retry: () => void start() });
}
