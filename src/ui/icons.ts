import { noChange } from 'lit';
import { Directive, directive } from 'lit/directive.js';
import {
  Brush,
  Check,
  ChevronDown,
  Circle,
  CircleAlert,
  CircleDot,
  CircleQuestionMark,
  CircleX,
  Copy,
  Eraser,
  Eye,
  EyeOff,
  Hand,
  type IconNode,
  LoaderCircle,
  Lock,
  LockOpen,
  MousePointer2,
  PanelRight,
  Pentagon,
  Plus,
  Redo2,
  Save,
  Settings2,
  SkipForward,
  Sparkles,
  Square,
  Tag,
  TextSelect,
  Trash2,
  TriangleAlert,
  Undo2,
  User,
  X,
} from 'lucide';

/** The icons that are shipped. Tools and plug-ins name theirs by these; an unknown name is shown as a dot. */
const nodes: Readonly<Record<string, IconNode>> = {
  brush: Brush,
  check: Check,
  'chevron-down': ChevronDown,
  circle: Circle,
  'circle-alert': CircleAlert,
  'circle-question-mark': CircleQuestionMark,
  'circle-x': CircleX,
  copy: Copy,
  eraser: Eraser,
  eye: Eye,
  'eye-off': EyeOff,
  hand: Hand,
  'loader-circle': LoaderCircle,
  lock: Lock,
  'lock-open': LockOpen,
  'mouse-pointer-2': MousePointer2,
  'panel-right': PanelRight,
  pentagon: Pentagon,
  plus: Plus,
  'redo-2': Redo2,
  save: Save,
  'settings-2': Settings2,
  'skip-forward': SkipForward,
  sparkles: Sparkles,
  square: Square,
  tag: Tag,
  'text-select': TextSelect,
  'trash-2': Trash2,
  'triangle-alert': TriangleAlert,
  'undo-2': Undo2,
  user: User,
  x: X,
};

const svg = 'http://www.w3.org/2000/svg';
const look = {
  class: 'icon',
  viewBox: '0 0 24 24',
  width: '16',
  height: '16',
  fill: 'none',
  stroke: 'currentColor',
  'stroke-width': '1.75',
  'stroke-linecap': 'round',
  'stroke-linejoin': 'round',
  'aria-hidden': 'true',
};

function draw(name: string): SVGElement {
  const element = (tag: string, attributes: object) => {
    const made = document.createElementNS(svg, tag);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
    return made;
  };
  const picture = element('svg', look);
  for (const [tag, attributes] of nodes[name] ?? CircleDot) picture.append(element(tag, attributes));
  if (name === 'loader-circle') picture.classList.add('turning');
  return picture;
}

class IconDirective extends Directive {
  #shown: string | undefined;

  render(name: string): unknown {
    if (name === this.#shown) return noChange;
    this.#shown = name;
    return draw(name);
  }
}

/** The icon of that name, 16 × 16 CSS pixels, in the colour of the text; it says nothing to screen readers. */
export const icon = directive(IconDirective);
