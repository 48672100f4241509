import type { Extension } from '@codemirror/state';
import { type HoverTooltipSource, hoverTooltip } from '@codemirror/view';
import { spotAt, wordAt } from './config-text.js';
import { attributeNamed, type ConfigKnowledge, tagNamed } from './config-words.js';

/** Says what a tag or an attribute is about while the pointer rests on its name. */
export function explainConfig(knowledge: () => ConfigKnowledge): Extension {
  const explain: HoverTooltipSource = ({ state }, pos) => {
    const text = state.doc.toString();
    const name = /[\w:.-]/.test(text[pos] ?? '') ? pos + 1 : pos;
    const spot = spotAt(text, name);
    if (spot?.kind !== 'tag' && spot?.kind !== 'attribute') return null;
    const end = /^[\w:.-]*/.exec(text.slice(spot.from))?.[0].length ?? 0;
    const word = text.slice(spot.from, spot.from + end);
    const { schema } = knowledge();
    const said =
      spot.kind === 'tag'
        ? tagNamed(schema, word, spot.open)
        : attributeNamed(tagNamed(schema, spot.tag, spot.open), word);
    if (!said) return null;
    return {
      pos: spot.from,
      end: wordAt(text, spot.from),
      create: () => {
        const dom = Object.assign(document.createElement('div'), { className: 'cm-explained' });
        const head = Object.assign(document.createElement('b'), { textContent: word });
        const notes = [
          'kind' in said ? said.kind : said.type === 'enum' ? said.values?.join(' | ') : said.type,
          'kind' in said || said.default === undefined || said.default === '' ? '' : `default ${said.default}`,
          !('kind' in said) && said.required ? 'required' : '',
        ];
        const detail = Object.assign(document.createElement('span'), {
          textContent: notes.filter(Boolean).join(', '),
        });
        const about = Object.assign(document.createElement('p'), { textContent: said.about });
        dom.append(head, ' ', detail, about);
        return { dom };
      },
    };
  };
  return hoverTooltip(explain, { hideOnChange: true });
}
