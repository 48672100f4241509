import { html, nothing, render } from 'lit';
import type { Option } from '../../contract/tag.js';
import type { TagContext, View } from '../../contract/view.js';
import { observable, runInAction } from '../../reactive/index.js';
import { attract } from '../parts/attention.js';
import { flag, text } from '../parts/attributes.js';
import { mountContent } from '../parts/content.js';
import { Asking } from './asking.js';
import { Dropdown, dropdownStyles } from './dropdown.js';
import { CHIPS, field, fieldStyles } from './field.js';
import { Loader } from './loader.js';
import { Outline } from './outline.js';
import { widthOf } from './placing.js';
import { selectedPaths } from './taxonomy.tag.js';
import { TaxonomyTree } from './tree.js';

/** Nodes of a tree to pick: what is picked stands in a field, the tree drops down from it. */
export const taxonomyView: View = {
  styles: `${fieldStyles}${dropdownStyles}`,
  mount(host, context) {
    mountContent(host, context);
    const place = document.createElement('div');
    place.className = 'le-taxonomy';
    host.append(place);
    const { scope, node } = context;
    const isRemote = text(node.attributes, 'apiUrl') !== undefined;
    const tree = new TaxonomyTree(context.options, isRemote);
    const loader = new Loader(context, tree);
    const asking = new Asking(context, tree);
    const outline = new Outline(tree);
    const opener = () => place.querySelector<HTMLElement>('.le-taxonomy-open');
    const dropdown = new Dropdown(context, { asking, outline, loader }, opener);
    const shown = document.createElement('div');
    place.append(shown, dropdown.element);

    if (asking.isExtensible) {
      // What an answer has beyond the tree was added to it, now or earlier; what is still to be loaded may have it.
      scope.react(() => {
        if (tree.version >= 0) for (const { path, isPath } of asking.picked) if (isPath) tree.adopt(path);
      });
    }
    drawField(shown, context, { asking, dropdown, loader, opener });
    dropdown.start();
    context.onFocusRequest(() => attract(place, opener()));
    if (isRemote) void loader.load(tree.root);
    if (asking.isLabels) armSelected(context);
    bindKeys(context, asking, context.options);
  },
};

/** Labels that the config picks at the start are armed. */
function armSelected(context: TagContext): void {
  if (context.readonly || context.target.of === 'regions' || context.value !== undefined) return;
  const paths = selectedPaths(context);
  if (paths !== undefined) context.setValue(paths);
}

/** Keys that the config gives to nodes. There may be a hundred thousand of these. */
function bindKeys(context: TagContext, asking: Asking, options: readonly Option[]): void {
  for (const { hotkey, value, path, children } of options) {
    const press = () => {
      const node = asking.tree.find(path);
      if (node) asking.press(node);
    };
    if (hotkey) context.hotkey(hotkey, value, press);
    if (children.length > 0) bindKeys(context, asking, children);
  }
}

interface FieldParts {
  readonly asking: Asking;
  readonly dropdown: Dropdown;
  readonly loader: Loader;
  readonly opener: () => HTMLElement | null;
}

function drawField(place: HTMLElement, context: TagContext, { asking, dropdown, loader, opener }: FieldParts): void {
  const { attributes, name = 'Taxonomy' } = context.node;
  const chips = observable.box(CHIPS);
  const required = flag(attributes, 'required') ?? false;
  const [least, most] = ['minWidth', 'maxWidth'].map((key) => widthOf(text(attributes, key)));
  const style = `${least ? `min-width: min(${least}, 100%);` : ''}${most ? `max-width: min(${most}, 100%);` : ''}`;
  const own = context.node.written.placeholder === undefined ? undefined : text(attributes, 'placeholder');
  context.scope.react(() => {
    const isIdle = !asking.isLabels && context.target.of === 'nothing';
    const failed = asking.tree.version >= 0 && asking.tree.root.presence === 'failed';
    render(
      html`${required ? requiredMark : nothing}${field({
        asking,
        name,
        style,
        placeholder: own ?? (asking.isLabels ? 'Pick a label…' : 'Choose…'),
        isOpen: dropdown.isOpen,
        disabled: isIdle,
        chips: chips.get(),
        toggle: () => dropdown.toggle(),
        more: () => runInAction(() => chips.set(chips.get() + CHIPS)),
        take: (key, at) => {
          asking.take(key);
          const buttons = place.querySelectorAll<HTMLElement>('.le-taxonomy-chip button');
          (at === undefined ? opener() : (buttons[Math.min(at, buttons.length - 1)] ?? opener()))?.focus();
        },
      })}${
        failed
          ? html`<p class="le-taxonomy-note" role="alert">${loader.reason(asking.tree.root)} <button type="button" class="le-taxonomy-retry" @click=${() => loader.load(asking.tree.root)}>Try again</button></p>`
          : nothing
      }${isIdle ? html`<p class="le-taxonomy-note">Select a region to answer.</p>` : nothing}`,
      place,
    );
  });
}

const requiredMark = html`<span class="le-taxonomy-required" role="img" aria-label="required" title="An answer is required">*</span>`;
