import type { Space } from '../../contract/shape.js';
import type { Editor } from '../../editor/editor.js';
import type { HelpTexts } from './texts.js';

/** Keys that mean something to what has the focus, as in any text or list: they are no actions, and cannot be changed. */
export interface FixedKeys {
  readonly heading: string;
  readonly entries: readonly { readonly title: string; readonly keys: readonly string[] }[];
}

/** What each kind of medium answers to itself, by names in the texts. */
const bySpace: Partial<
  Readonly<Record<Space, readonly (readonly [name: keyof HelpTexts['fixed'], keys: readonly string[]])[]>>
> = {
  flow: [
    ['move', ['left', 'up', 'right', 'down']],
    ['moveWord', ['ctrl+left', 'ctrl+right']],
    ['moveParagraph', ['ctrl+up', 'ctrl+down']],
    ['ends', ['home', 'end']],
    ['textEnds', ['ctrl+home', 'ctrl+end']],
    ['select', ['shift+left', 'shift+right']],
    ['selectWord', ['ctrl+shift+left', 'ctrl+shift+right']],
    ['selectSentence', ['alt+shift+left', 'alt+shift+right']],
    ['widen', ['alt+shift+up']],
    ['narrow', ['alt+shift+down']],
    ['selectText', ['ctrl+a']],
    ['mark', ['enter']],
    ['leaveSelection', ['escape']],
    ['find', ['ctrl+f']],
    ['findNext', ['f3', 'shift+f3']],
    ['markFound', ['ctrl+enter']],
  ],
  stage2d: [
    ['hold', ['space']],
    ['zoom', ['ctrl+wheel']],
  ],
  scene3d: [['hold', ['space']]],
  time: [
    ['step', ['left', 'right']],
    ['stepFar', ['shift+left', 'shift+right']],
    ['timePage', ['pageup', 'pagedown']],
    ['timeEnds', ['home', 'end']],
  ],
};

/** Those of what the config shows. */
export function fixedKeys({ config, toolbox }: Editor, texts: HelpTexts): readonly FixedKeys[] {
  const objects = config.nodes.flatMap(({ module }) => (module?.kind === 'object' && module.space ? module.space : []));
  const spaces = new Set<Space>([...objects, ...toolbox.bySpace.keys()]);
  const found = [...spaces].flatMap((space) => {
    const entries = bySpace[space]?.map(([name, keys]) => ({ title: texts.fixed[name], keys }));
    return entries ? [{ heading: texts.within[space], entries }] : [];
  });
  const fields = (['send', 'leaveField'] as const).map((name) => ({
    title: texts.fixed[name],
    keys: name === 'send' ? ['ctrl+enter'] : ['escape'],
  }));
  return [...found, { heading: texts.inFields, entries: fields }];
}
