import type { TagNode } from '../../contract/tag.js';
import type { Scope, View } from '../../contract/view.js';
import type { Region } from '../../model/document.js';
import { isList, type Json } from '../../model/json.js';
import { runInAction, untracked } from '../../reactive/index.js';
import type { Editor } from '../editor.js';
import { type Control, controlOf, controlsOf, fits, isLabels } from '../regions/controls.js';
import { EditorTagContext } from './tag-context.js';

/** What a control is given where it is shown once more. Its keys and what asks for it are for where the config has it. */
class BesideContext extends EditorTagContext {
  override get regionPanel(): HTMLElement | undefined {
    return undefined;
  }

  override hotkey(): void {}
  override onFocusRequest(): void {}
  override onNarrow(): void {}
}

const nobody = () => () => {};

/** The controls that may label a region. */
export const labellersOf = ({ config }: Editor, region: Region): readonly TagNode[] =>
  controlsOf(config, region.toName).flatMap((control) =>
    isLabels(control) && fits(control, region) ? [control.node] : [],
  );

/** The controls that are answered region by region. */
export const askersOf = ({ config }: Editor, region: Region): readonly TagNode[] =>
  controlsOf(config, region.toName).flatMap(({ node, tag }) =>
    node.attributes.perRegion === true && tag.result.asRegions !== true ? [node] : [],
  );

/**
 * Shows a control of the selected region a second time, beside what else is known of it, while the config asks it of the
 * region. It does and allows what it does and allows in its own place.
 *
 * @param adopt takes the styles of its view
 */
export async function mountBeside(
  editor: Editor,
  node: TagNode,
  into: HTMLElement,
  adopt: (css: string) => void,
  scope: Scope,
): Promise<void> {
  const control = controlOf(node);
  if (!control) return;
  const host = document.createElement('div');
  host.dataset.tag = control.tag.tag;
  host.dataset.beside = node.name ?? '';
  into.append(host);
  scope.add(() => host.remove());
  scope.react(() => {
    const { conditions, doc, selection } = editor;
    const region = doc.regions.get(selection.ids[0] ?? '');
    const asked = region && (isLabels(control) || conditions.accepts(node, region));
    host.hidden = !asked || !conditions.isVisible(node);
  });
  try {
    const view = (await control.tag.load?.()) as View | undefined;
    if (!view || scope.signal.aborted) return;
    if (view.styles !== undefined) adopt(view.styles);
    const context = new BesideContext(editor, node, host, scope, nobody);
    await untracked(() => runInAction(() => view.mount(host, context)));
  } catch {
    // It is told in its own place.
    host.remove();
  }
}

/** Whether a label can be taken off a region: the last one of its control stays, unless the config says otherwise. */
export const canTakeOff = ({ node }: Control, labels: Json): boolean =>
  isList(labels) && (labels.length > 1 || node.attributes.allowEmpty === true);

/** Takes the label at a place of what a control says off the selected region. One undo step. */
export function takeOff(editor: Editor, { node }: Control, labels: Json, place: number): void {
  if (!isList(labels)) return;
  const scope = editor.scope.child();
  const context = new BesideContext(editor, node, document.createElement('div'), scope, nobody);
  context.setValue(labels.filter((_, index) => index !== place));
  scope.dispose();
}
