import '../../src/index.js';
import type { LabelEditor } from '../../src/ui/label-editor.js';

/** Puts a `<label-editor>` of 1000 × 700 CSS pixels on the page and waits until it is ready. */
export async function mount(
  config: string,
  task: unknown,
  properties: Partial<
    Pick<
      LabelEditor,
      'readonly' | 'panels' | 'renderer' | 'now' | 'allowEmpty' | 'allowSkip' | 'keymap' | 'storage' | 'user' | 'review'
    >
  > = {},
): Promise<LabelEditor> {
  const element = document.createElement('label-editor');
  element.style.cssText = 'display:block;width:1000px;height:700px';
  // What one test sets is not for the next.
  element.storage = 'none';
  Object.assign(element, properties);
  element.config = config;
  element.task = task as LabelEditor['task'];
  document.body.append(element);
  await element.ready;
  return element;
}
