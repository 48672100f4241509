import type { Region } from '../../model/document.js';
import type { Action } from '../actions/actions.js';
import type { Editor } from '../editor.js';
import { controlOf, isLabels } from '../regions/controls.js';
import { editable, putEdited } from '../regions/regions.js';

/** Puts regions under another, as its parts, and takes them out again. */
export function nestingActions(editor: Editor): readonly Action[] {
  const group = 'Regions';
  return [
    {
      name: 'nest',
      title: 'Group under the first selected',
      keys: 'alt+g',
      group,
      icon: 'group',
      enabled: () => editor.selection.ids.length > 1 && editable(editor).length > 0,
      run: () => {
        const [first, ...others] = editor.selection.ids;
        if (first !== undefined) nest(editor, others, first);
      },
    },
    {
      name: 'unnest',
      title: 'Take out of its group',
      keys: 'alt+shift+g',
      group,
      icon: 'ungroup',
      enabled: () => editable(editor).some(({ parentId }) => parentId !== undefined),
      run: () => {
        const { completion } = editor;
        completion?.store.edit('Take out of group', (write) => {
          for (const { parentId, ...region } of editable(editor)) {
            if (parentId !== undefined) putEdited(completion.store, write, region);
          }
        });
      },
    },
  ];
}

/** Puts regions under a parent, as one undo step; all of them, or none and a word on why. */
export function nest(editor: Editor, ids: readonly string[], parentId: string): void {
  const { completion, doc, notices } = editor;
  const parent = doc.regions.get(parentId);
  const children = ids
    .flatMap((id) => doc.regions.get(id) ?? [])
    .filter((child) => child.parentId !== parentId && editor.mayEdit(child));
  if (!completion || !parent || children.length === 0) return;
  for (const child of children) {
    const reason = objection(editor, child, parent);
    if (reason !== undefined) return notices.say(reason, 'danger');
  }
  completion.store.edit('Group regions', (write) => {
    for (const child of children) putEdited(completion.store, write, { ...child, parentId });
  });
}

/** Why a region cannot be put under another. */
export function objection(editor: Editor, child: Region, parent: Region): string | undefined {
  const above = ancestors(editor, parent);
  if (child.id === parent.id || above.some(({ id }) => id === child.id)) {
    return 'A region cannot be put under one of its own parts.';
  }
  const { holds, depth } = rules(editor, parent);
  const words = editor.faces.labels(child).map(({ name, option }) => ({ name, id: option?.id ?? name }));
  if (holds && !words.some(({ name, id }) => holds.has(name) || holds.has(id))) {
    const named = words.length === 0 ? 'a region without a label' : words.map(({ name }) => name).join(', ');
    return `${nameOf(editor, parent)} can hold ${[...holds].join(', ')}, but not ${named}.`;
  }
  // Of ten thousand regions only where it counts.
  const levels = depth === Number.POSITIVE_INFINITY ? 0 : above.length + 1 + height(editor, child);
  if (levels > depth) return `Regions can be nested ${depth} deep here; this would be ${levels}.`;
  return undefined;
}

/** What its labels and their controls say that a region can hold. */
function rules(
  editor: Editor,
  parent: Region,
): { readonly holds: ReadonlySet<string> | undefined; readonly depth: number } {
  const held = editor.faces
    .labels(parent)
    .flatMap(({ option }) => option?.attributes.groupCanContain ?? [])
    .filter((list) => typeof list === 'string' && list.trim() !== '');
  const controls = [
    parent.fromName,
    ...(editor.completion?.store.valuesOf(parent.id) ?? []).map((value) => value.fromName),
  ]
    .flatMap((name) => controlOf(editor.config.byName.get(name)) ?? [])
    .filter(isLabels);
  const depths = controls.flatMap(({ node }) =>
    typeof node.attributes.groupDepth === 'number' ? node.attributes.groupDepth : [],
  );
  return {
    holds:
      held.length === 0
        ? undefined
        : new Set(
            held.flatMap((list) =>
              String(list)
                .split(',')
                .map((word) => word.trim()),
            ),
          ),
    depth: Math.min(Number.POSITIVE_INFINITY, ...depths),
  };
}

/** The region that holds it, the one that holds that, and so on; a ring in data that was given ends where it began. */
function ancestors({ doc }: Editor, region: Region): readonly Region[] {
  const found: Region[] = [];
  for (let at = region.parentId; at !== undefined; at = found.at(-1)?.parentId) {
    const parent = doc.regions.get(at);
    if (!parent || parent === region || found.includes(parent)) break;
    found.push(parent);
  }
  return found;
}

/** How many levels there are below a region. */
function height(editor: Editor, region: Region): number {
  let most = 0;
  for (const other of editor.doc.regions.values()) {
    const above = ancestors(editor, other);
    const at = above.findIndex(({ id }) => id === region.id);
    most = Math.max(most, at + 1);
  }
  return most;
}

const nameOf = (editor: Editor, region: Region): string =>
  editor.faces
    .labels(region)
    .map(({ name }) => name)
    .join(', ') || 'A region without a label';
