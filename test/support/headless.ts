import type { TagContext } from '../../src/contract/view.js';
import type { AssistRequest } from '../../src/editor/assist/assist.js';
import * as editing from '../../src/editor/editing/editing.js';
import { Editor, type EditorEvents } from '../../src/editor/editor.js';
import type { Saved, SaveRequest } from '../../src/editor/saving/saving.js';
import { EditorTagContext } from '../../src/editor/tags/tag-context.js';
import { filmGeometry } from '../../src/geometry/film.js';
import { flowGeometry } from '../../src/geometry/flow.js';
import { pictureGeometry } from '../../src/geometry/picture.js';
import { sceneGeometry } from '../../src/geometry/scene.js';
import { timeGeometry } from '../../src/geometry/time.js';
import type { Change } from '../../src/model/document.js';
import type { Problem } from '../../src/model/problem.js';
import { runInAction } from '../../src/reactive/index.js';
import { PluginRegistry } from '../../src/store/registry.js';
import { builtInTags } from '../../src/tags/index.js';

/** There are no elements here. */
const onScreen = { checkVisibility: () => true } as HTMLElement;

/** An editor without a page: what it told its host, and a way to answer. */
export interface Headless {
  readonly editor: Editor;
  readonly saves: SaveRequest[];
  readonly changes: { readonly changes: readonly Change[]; readonly origin: string }[];
  readonly selections: (readonly string[])[];
  readonly problems: (readonly Problem[])[];
  /** What the host answers to the next saves; none: it has no `waitUntil`. */
  answer: (() => Promise<Saved>) | undefined;
  prevent: boolean;
  /** What was shown to the model, and what it answers. */
  readonly asked: AssistRequest[];
  suggest: (() => Promise<unknown>) | undefined;
  /** Milliseconds on the editor's clock. */
  now: number;
  /** What the tag with this name is given. */
  tag(name: string): TagContext;
}

const families = [pictureGeometry, flowGeometry, timeGeometry, filmGeometry, sceneGeometry];

export function headless(
  config: string,
  task: unknown,
  userSettings: Partial<Pick<Editor, 'allowEmpty' | 'readonlyWished'>> = {},
): Headless {
  const registry = new PluginRegistry();
  registry.use(builtInTags);
  registry.use({
    name: 'geometry',
    shapes: families.flatMap(({ shapes }) => shapes),
    tools: families.flatMap(({ tools }) => tools),
  });
  const host: Omit<Headless, 'editor' | 'tag'> = {
    saves: [],
    changes: [],
    selections: [],
    problems: [],
    answer: undefined,
    prevent: false,
    asked: [],
    suggest: undefined,
    now: 0,
  };
  const events: EditorEvents = {
    save(request) {
      host.saves.push(request);
      return { prevented: host.prevent, answers: host.answer ? [host.answer()] : [] };
    },
    documentChange: (changes, origin) => host.changes.push({ changes, origin }),
    selectionChange: (ids) => host.selections.push(ids),
    completionSelect: () => {},
    problems: (problems) => host.problems.push(problems),
    assistRequest(request) {
      host.asked.push(request);
      return host.suggest?.();
    },
  };
  const editor = new Editor(registry, events, () => host.now);
  // At once; the element fetches it.
  editing.startEditing(editor);
  runInAction(() => {
    editor.editing = editing;
    editor.configText = config;
    editor.taskInput = task;
    Object.assign(editor, userSettings);
  });
  return Object.assign(host, {
    editor,
    tag(name: string) {
      const node = editor.config.byName.get(name);
      if (!node) throw new Error(`There is no tag "${name}".`);
      return new EditorTagContext(editor, node, onScreen, editor.scope.child(), () => () => {});
    },
  });
}
