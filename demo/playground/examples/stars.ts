import type { ControlTag, Plugin, View } from '../../../src/contract.js';
import type { Example } from './example.js';
import { page } from './page.js';

/** A tag as anyone can write one: it is given a `TagContext`, and knows nothing else of the editor. */
const starsView: View = {
  styles: `
.stars { display: inline-flex; align-items: center; gap: 2px; margin: 4px 0; padding: 0; border: 0; }
.stars legend { float: left; margin-right: 8px; padding: 0; color: var(--le-muted); }
.stars label { padding: 0 2px; font-size: 22px; line-height: 1; color: color-mix(in srgb, currentColor 25%, transparent); cursor: pointer; }
.stars label.lit { color: #e8a200; }
.stars:disabled label { cursor: default; }
.stars label:has(:focus-visible) { outline: 2px solid var(--le-accent, Highlight); border-radius: 4px; }
.stars input { position: absolute; opacity: 0; pointer-events: none; }`,
  mount(host, context) {
    const { attributes, name, key } = context.node;
    const most = Number(attributes.max);
    const field = document.createElement('fieldset');
    field.className = 'stars';
    const legend = document.createElement('legend');
    legend.textContent = String(attributes.title ?? name ?? 'Stars');
    field.append(legend);

    const inputs = Array.from({ length: most }, (_, index) => {
      const input = document.createElement('input');
      Object.assign(input, { type: 'radio', name: `stars-${key}`, value: String(index + 1) });
      input.ariaLabel = index === 0 ? '1 star' : `${index + 1} stars`;
      context.scope.listen(input, 'change', () => context.setValue(index + 1));
      const star = document.createElement('label');
      star.append(input, '★');
      field.append(star);
      return input;
    });

    context.scope.react(() => {
      const stars = typeof context.value === 'number' ? context.value : 0;
      field.disabled = context.readonly || context.locked;
      inputs.forEach((input, index) => {
        input.checked = index + 1 === stars;
        input.parentElement?.classList.toggle('lit', index < stars);
      });
    });
    context.onFocusRequest(() => inputs[0]?.focus());
    host.append(field);
  },
};

const stars: ControlTag<View> = {
  contract: 1,
  kind: 'control',
  tag: 'Stars',
  about: 'Asks for one to `max` stars.',
  controls: ['*'],
  result: { type: 'stars', key: 'stars' },
  speaksOf: 'any',
  attributes: {
    name: { type: 'name', required: true, about: 'Its name, unique in the config.' },
    toName: { type: 'name', about: 'The object tag that is judged.' },
    title: { type: 'string', about: 'What is asked.' },
    max: { type: 'number', default: 5, about: 'The most stars that can be given.' },
    required: { type: 'boolean', default: false, about: 'Whether it must be answered.' },
  },
  examples: [],
  check: (value, { required }) =>
    required === true && value === undefined
      ? [{ code: 'tag/required', severity: 'error', message: 'Give at least one star.', at: { tag: 'Stars' } }]
      : [],
  load: async () => starsView,
};

const plugin: Plugin = { name: 'playground/stars', tags: [stars] };

export const ownTag: Example = {
  id: 'own-tag',
  title: 'A tag of one’s own',
  about:
    'Stars is not part of the SDK: this page registers it with use(), and it saves, undoes and validates like the rest.',
  config: `<View>
  <Text name="page" value="$page"/>
  <Stars name="suspense" toName="page" title="Suspense" required="true"/>
  <Stars name="style" toName="page" title="Style" max="10"/>
</View>`,
  task: { id: 8, data: { page }, completions: [] },
  plugin,
};
