import { css, unsafeCSS } from 'lit';
import type { TagNode } from '../../contract/tag.js';
import type { Scope } from '../../contract/view.js';
import { mountBeside } from '../../editor/tags/beside.js';
import { compareShallow, reaction } from '../../reactive/index.js';
import type { Desk } from '../desk.js';
import { adopt } from '../later.js';

/** A place in the page where controls of the selected region are shown a second time, for as long as it is in the page. */
export class BesidePlace {
  readonly #desk: Desk;
  readonly #nodes: () => readonly TagNode[];
  #scope: Scope | undefined;

  /** @param nodes the controls that are wanted. Observed */
  constructor(desk: Desk, nodes: () => readonly TagNode[]) {
    this.#desk = desk;
    this.#nodes = nodes;
  }

  /** For lit's `ref`. */
  readonly attach = (element: Element | undefined): void => {
    const { editor, root } = this.#desk;
    this.#scope?.dispose();
    this.#scope = undefined;
    if (!element) return;
    const scope = editor.scope.child();
    this.#scope = scope;
    let shown: Scope | undefined;
    scope.add(
      reaction(
        this.#nodes,
        (nodes) => {
          shown?.dispose();
          shown = scope.child();
          for (const node of nodes) {
            void mountBeside(editor, node, element as HTMLElement, (text) => adopt(root, sheetOf(text)), shown);
          }
        },
        { fireImmediately: true, equals: compareShallow },
      ),
    );
  };
}

const sheets = new Map<string, ReturnType<typeof css>>();

/** The same for the same text, lest a root have it twice. */
function sheetOf(text: string): ReturnType<typeof css> {
  const sheet = sheets.get(text) ?? css`${unsafeCSS(text)}`;
  sheets.set(text, sheet);
  return sheet;
}
