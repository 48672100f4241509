import { newId } from '../../base/ids.js';
import type { LabelConfig } from '../../config/tree.js';
import type { DocumentStore } from '../../store/document-store.js';
import { controlOf } from '../regions/controls.js';

/** Answers that the config preselects, in a completion that is wholly new. Not an edit: nothing to undo or to save. */
export function applyDefaults(config: LabelConfig, store: DocumentStore): void {
  store.edit(
    'Defaults',
    (write) => {
      config.nodes.forEach((node, index) => {
        const control = controlOf(node);
        if (!control?.tag.initial || node.name === undefined) return;
        if (node.attributes.perRegion === true || node.attributes.perItem === true) return;
        const objects = node.toNames.flatMap((name) => config.byName.get(name) ?? []);
        const value = control.tag.initial({ node, options: config.options.get(node.key) ?? [], objects });
        if (value === undefined) return;
        const toName = control.tag.result.ofItself ? node.name : (node.toNames[0] ?? '');
        write.put('values', { id: newId(), order: index, fromName: node.name, toName, value, origin: 'manual' });
      });
    },
    'load',
  );
}
