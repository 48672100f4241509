import type { Outline, ShapeModule } from '../../contract/shape.js';
import type { ControlValue, Region } from '../../model/document.js';
import { type Dict, isDict, type Json } from '../../model/json.js';
import type { Action } from '../actions/actions.js';
import type { Editor } from '../editor.js';
import { type Control, controlOf, isLabels } from '../regions/controls.js';
import { editable, edited, sightOf } from '../regions/regions.js';
import { relabel } from './relabel.js';

/** One action for each control of the config whose shape others can be turned into. Observable. */
export function convertActions(editor: Editor): readonly Action[] {
  const targets = editor.config.nodes.flatMap((node) => {
    const control = controlOf(node);
    const shape = control?.tag.draws && editor.registry.shape(control.tag.draws.shape);
    const tool = editor.registry.tool(control?.tag.draws?.tools[0] ?? '');
    return control && shape?.fromOutline ? [{ control, shape, title: tool?.title ?? shape.name }] : [];
  });
  // Of a brush and a wand, say, one is enough, unless they have labels of their own.
  const kinds = targets.filter(
    (one, index) => isLabels(one.control) || !targets.slice(0, index).some((other) => isSame(one, other)),
  );
  return kinds.map(({ control, shape, title }) => {
    const name = control.node.name ?? '';
    const alone = kinds.filter((other) => other.title === title).length === 1;
    const called = `Convert to ${title.toLowerCase()}${alone ? '' : ` (${name})`}`;
    return {
      name: `convert:${name}`,
      title: called,
      group: 'Shapes',
      icon: 'shapes',
      enabled: () => convertible(editor, control, shape).length > 0,
      run: () => convert(editor, control, shape, called),
    };
  });
}

interface Target {
  readonly control: Control;
  readonly shape: ShapeModule;
}

/** Whether two controls without labels make the same of a region. */
const isSame = (one: Target, other: Target): boolean =>
  !isLabels(other.control) &&
  one.shape === other.shape &&
  one.control.node.toNames.join() === other.control.node.toNames.join();

/** What a region covers; undefined for shapes that cover nothing, such as points. */
export const outlineOf = (editor: Editor, region: Region): Outline | undefined =>
  editor.registry.shape(region.shape)?.outline?.(region.geometry, sightOf(editor, region, region.fromName));

/** The selected regions of other shapes that lie on the object that the control speaks of. */
const convertible = (editor: Editor, { node }: Control, shape: ShapeModule): readonly Region[] =>
  editable(editor).filter(
    (region) =>
      node.toNames.includes(region.toName) &&
      region.shape !== shape.name &&
      editor.registry.shape(region.shape)?.outline !== undefined,
  );

/** Gives the selected regions another shape and the control that draws it, as one undo step. Their ids stay. */
function convert(editor: Editor, control: Control, shape: ShapeModule, label: string): void {
  const { completion, notices } = editor;
  if (!completion) return;
  const all = convertible(editor, control, shape);
  const lost = new Set<string>();
  let done = 0;
  completion.store.edit(label, (write) => {
    for (const region of all) {
      const outline = outlineOf(editor, region);
      const geometry = outline && shape.fromOutline?.(outline, sightOf(editor, region, control.node.name ?? ''));
      if (geometry === undefined) continue;
      const said = relabel(editor, region, control, shape.name);
      const rewrite = rewriting(editor, region, shape, geometry);
      write.put('regions', edited(rewrite.region(control)));
      for (const { id } of said.gone) write.remove('values', id);
      for (const value of [...said.kept, ...said.put]) write.put('values', edited(rewrite.value(value)));
      for (const word of said.lost) lost.add(word);
      done++;
    }
  });
  if (done < all.length) {
    const which = all.length === 1 ? 'The region' : `${all.length - done} of ${all.length} regions`;
    notices.say(
      `${which} cannot be turned into that: it has holes, parts or corners that the shape cannot have.`,
      'danger',
    );
  } else if (lost.size > 0) {
    notices.say(`No label of the new shape is called ${[...lost].join(', ')}. Pick another one.`);
  }
}

/** Makes records of a region's new geometry. Items that were read keep their ids and the keys that we do not know. */
function rewriting(editor: Editor, region: Region, shape: ShapeModule, geometry: unknown) {
  const { registry, facts } = editor;
  const old = registry.shape(region.shape)?.codec.keys ?? [];
  const place = shape.codec.encode(geometry, facts.of(region.toName, region.itemIndex));
  const without = (value: Json | undefined, drop: (key: string) => boolean): Dict =>
    Object.fromEntries(Object.entries(isDict(value) ? value : {}).filter(([key]) => !old.includes(key) && !drop(key)));
  return {
    region({ node, tag }: Control): Region {
      const { wire } = region;
      const moved = { ...region, fromName: node.name ?? '', shape: shape.name, geometry };
      if (!isDict(wire)) return moved;
      const value = { ...without(wire.value, (key) => key.endsWith('labels')), ...place };
      return { ...moved, wire: { ...wire, from_name: moved.fromName, type: tag.result.type, value } };
    },
    value(value: ControlValue): ControlValue {
      const { wire, ...bare } = value;
      if (wire === undefined) return value;
      // What the region's own item said is from now on said in an item of its own.
      if (!isDict(wire) || wire === region.wire) return bare;
      const repeats = isDict(wire.value) && old.some((key) => Object.hasOwn(wire.value as Dict, key));
      return repeats
        ? { ...value, wire: { ...wire, value: { ...without(wire.value, () => false), ...place } } }
        : value;
    },
  };
}
