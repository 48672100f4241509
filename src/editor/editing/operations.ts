import type { ShapeOperation } from '../../contract/shape.js';
import type { Action } from '../actions/actions.js';
import type { Editor } from '../editor.js';
import { controlsOf, objectOf, shapeOn } from '../regions/controls.js';
import { editable, putEdited, sightOf } from '../regions/regions.js';

/** Names of icons of the UI's set, by operation; one that is not known here has that of shapes in general. */
const icons: Readonly<Record<string, string>> = {
  'all-visible': 'eye',
  'fill-holes': 'paint-bucket',
  'swap-sides': 'arrow-left-right',
  close: 'link-2',
  curve: 'spline',
  open: 'unlink-2',
  simplify: 'triangle',
  smooth: 'squircle',
  straighten: 'slash',
};

/** One action for each thing that can be done at once to the shapes which the config draws. Observable. */
export function operationActions(editor: Editor): readonly Action[] {
  const { config, registry } = editor;
  const titles = new Map<string, string>();
  for (const node of config.nodes) {
    const object = objectOf(node);
    if (!object || node.name === undefined) continue;
    for (const control of controlsOf(config, node.name)) {
      const shape = registry.shape(shapeOn(control, object) ?? '');
      for (const { name, title } of shape?.operations ?? []) titles.set(name, title);
    }
  }
  const operation = (shape: string, name: string): ShapeOperation<unknown> | undefined =>
    registry.shape(shape)?.operations?.find((each) => each.name === name);
  return [...titles].map(([name, title]) => ({
    name: `operation:${name}`,
    title,
    group: 'Shapes',
    icon: icons[name] ?? 'shapes',
    enabled: () => {
      const [region, ...others] = editable(editor).filter(({ shape }) => operation(shape, name) !== undefined);
      if (!region || others.length > 0) return region !== undefined;
      // Of one it is known at once whether there is anything to be done.
      const sight = sightOf(editor, region, region.fromName);
      return operation(region.shape, name)?.apply(region.geometry, sight) !== undefined;
    },
    run: () => {
      const { completion, notices } = editor;
      let done = false;
      completion?.store.edit(title, (write) => {
        for (const region of editable(editor)) {
          const sight = sightOf(editor, region, region.fromName);
          const geometry = operation(region.shape, name)?.apply(region.geometry, sight);
          if (geometry === undefined || registry.shape(region.shape)?.isEmpty?.(geometry)) continue;
          putEdited(completion.store, write, { ...region, geometry });
          done = true;
        }
      });
      if (!done) notices.say(`${title}: there is nothing to be done.`);
    },
  }));
}
