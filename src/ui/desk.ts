import type { Space } from '../contract/shape.js';
import type { Tool } from '../contract/tool.js';
import type { Editor } from '../editor/editor.js';
import type { Comment, User } from '../model/comment.js';
import { action, computed, makeObservable, observableRef, reaction } from '../reactive/index.js';
import { type Texts, textsFor } from './texts.js';

/** The parts of the workbench round the config's own content. */
export const panelNames = ['topbar', 'tools', 'regions', 'details', 'history', 'status'] as const;
/** Those that are shown where a host asks for them: it must answer what they ask. */
const asked = ['navigation', 'comments'] as const;
export type Panel = (typeof panelNames)[number] | (typeof asked)[number];
export type Tab = Extract<Panel, 'regions' | 'details' | 'history' | 'comments'>;

export type { Comment, User };

/** What every part of the workbench is given: the editor it shows, and how it is shown. Observable. */
export class Desk {
  readonly editor: Editor;
  readonly root: ShadowRoot;
  panels: readonly string[] = panelNames;
  locale = 'en';
  theme: 'auto' | 'light' | 'dark' = 'auto';
  helpShown = false;
  /** Where the pointer is, or was a moment ago: nobody reads figures that change with every frame. */
  pointer: Editor['selection']['pointer'] = undefined;
  pageHasScheme = false;
  user: User | undefined = undefined;
  /** How the work is to be done, Markdown; empty where there is nothing to say. */
  instructions = '';
  /** What was said of the task and its regions, as the host keeps it; anything. */
  comments: unknown = [];
  /** The element's width in CSS pixels. */
  width = 1400;
  /** Whether the panel is open where there is no room beside the content. */
  private drawerOpen = false;

  constructor(editor: Editor, root: ShadowRoot) {
    makeObservable<this, 'drawerOpen' | 'numbers' | 'percents'>(this, {
      panels: observableRef,
      locale: observableRef,
      theme: observableRef,
      pageHasScheme: observableRef,
      user: observableRef,
      instructions: observableRef,
      comments: observableRef,
      width: observableRef,
      drawerOpen: observableRef,
      texts: computed,
      choices: computed,
      tabs: computed,
      isNarrow: computed,
      numbers: computed,
      percents: computed,
      helpShown: observableRef,
      pointer: observableRef,
      showHelp: action,
      openTab: action,
      openPanel: action,
      resize: action,
    });
    this.editor = editor;
    this.root = root;
    editor.scope.add(
      reaction(
        () => editor.selection.pointer,
        action((pointer) => {
          this.pointer = pointer;
        }),
        { delay: 80 },
      ),
    );
  }

  /** Takes the place where tags put their fields for the selected region. */
  readonly regionFields = action((place: Element | undefined) => {
    this.editor.places.regionPanel = place as HTMLElement | undefined;
  });

  get scheme(): 'auto' | 'system' | 'light' | 'dark' {
    if (this.theme === 'light' || this.theme === 'dark') return this.theme;
    return this.pageHasScheme ? 'auto' : 'system';
  }

  get texts(): Texts {
    return textsFor(this.locale);
  }

  shows(panel: Panel): boolean {
    return this.panels.includes(panel);
  }

  /** The tools of each kind of medium in the config that leaves a choice. */
  get choices(): readonly (readonly [Space, readonly Tool[]])[] {
    return [...this.editor.toolbox.bySpace].filter(([, tools]) => tools.length > 1 && tools.some(({ shape }) => shape));
  }

  /** Where only a prediction is looked at they stay, so that nothing jumps on the way to a completion and back. */
  get hasTools(): boolean {
    return this.choices.length > 0 && !this.editor.readonlyWished;
  }

  get tabs(): readonly Tab[] {
    return (['regions', 'details', 'history', 'comments'] as const).filter((tab) => this.shows(tab));
  }

  get tab(): Tab | undefined {
    return this.tabs.find((tab) => tab === this.editor.layout.panelTab) ?? this.tabs[0];
  }

  openTab(tab: Tab): void {
    this.editor.layout.panelTab = tab;
  }

  /** A phone: big targets, tools at the bottom. The same widths stand in the container queries of styles.ts. */
  get isPhone(): boolean {
    return this.width < 560;
  }

  /** Too narrow for the panel to stand beside the content. */
  get isNarrow(): boolean {
    return this.width < 1100;
  }

  get panelOpen(): boolean {
    return this.isNarrow ? this.drawerOpen : this.editor.layout.panelShown;
  }

  openPanel(open: boolean): void {
    if (this.isNarrow) this.drawerOpen = open;
    else this.editor.layout.panelShown = open;
  }

  showHelp(shown: boolean): void {
    this.helpShown = shown;
  }

  resize(width: number): void {
    const before = this.isNarrow;
    this.width = width;
    if (this.isNarrow !== before) this.drawerOpen = false;
  }

  private get numbers(): Intl.NumberFormat {
    return format(this.locale, { maximumFractionDigits: 2 });
  }

  private get percents(): Intl.NumberFormat {
    return format(this.locale, { style: 'percent' });
  }

  number(value: number): string {
    // The first use of Intl takes longer than all else of the first rendering.
    if (Math.abs(value) < 1e15 && /^en\b/.test(this.locale)) return inEnglish(value);
    return this.numbers.format(value);
  }

  /** @param share 0 to 1 */
  percent(share: number): string {
    return this.percents.format(share);
  }
}

/** A language tag that is not well-formed must not break the page. */
function format(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  try {
    return new Intl.NumberFormat(locale, options);
  } catch {
    return new Intl.NumberFormat('en', options);
  }
}

/** As `Intl.NumberFormat` has it: thousands apart, at most two decimals. */
function inEnglish(value: number): string {
  const [whole = '', decimals] = String(Math.round(value * 100) / 100).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}
