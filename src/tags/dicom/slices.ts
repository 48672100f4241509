import type { TagContext } from '../../contract/view.js';
import type { Slice, Window } from '../../media/dicom/slice.js';
import type { Series } from '../../media/dicom/slice-order.js';
import { openStudy, type Study, type StudyProgress } from '../../media/dicom/study.js';
import type { Look } from '../../media/dicom/window.js';
import { openSlicePainter, type SlicePainter, type WindowedPicture } from '../../media/dicom/windowed-picture.js';
import type { Problem } from '../../model/problem.js';
import { observable, runInAction } from '../../reactive/index.js';
import type { MediaState } from '../parts/media-state.js';

/** What is known of the study so far; another object when more is. */
interface Known {
  readonly study: Study;
  readonly series: readonly Series[];
  readonly complete: boolean;
}

/** The study of a tag, the series on show, and how its slices look. Observable. */
export class Slices {
  readonly #context: TagContext;
  readonly #painter: SlicePainter;
  readonly #known = observable.box<Known | undefined>(undefined);
  readonly #state = observable.box<MediaState>({ is: 'loading', loaded: 0 });
  readonly #progress = observable.box<StudyProgress | undefined>(undefined);
  readonly #picture = observable.box<WindowedPicture | undefined>(undefined);
  readonly #seriesUid = observable.box<string | undefined>(undefined);
  /** What the user set; until then every slice has its own. */
  readonly #window = observable.box<Window | undefined>(undefined);
  readonly #inverted = observable.box(false);
  /** Raised when the picture on show looks otherwise. */
  readonly #revision = observable.box(0);
  /** Problems of slices, by the slice. */
  readonly #broken = observable.map<Slice, Problem>();
  #stop = () => {};
  #wish: AbortController | undefined;

  constructor(context: TagContext) {
    this.#context = context;
    this.#painter = openSlicePainter(context.scope);
    context.scope.add(() => this.#stop());
  }

  get state(): MediaState {
    return this.#state.get();
  }

  get progress(): StudyProgress | undefined {
    return this.#progress.get();
  }

  get series(): readonly Series[] {
    return this.#known.get()?.series ?? [];
  }

  /** Whether series and the order of slices are final. */
  get complete(): boolean {
    return this.#known.get()?.complete ?? false;
  }

  get shownSeries(): Series | undefined {
    const { series } = this;
    return series.find(({ uid }) => uid === this.#seriesUid.get()) ?? series[0];
  }

  get list(): readonly Slice[] {
    return this.shownSeries?.slices ?? [];
  }

  get picture(): WindowedPicture | undefined {
    this.#revision.get();
    return this.#picture.get();
  }

  get revision(): number {
    return this.#revision.get();
  }

  get look(): Look | undefined {
    return this.picture?.look;
  }

  /** Why the slice cannot be shown. */
  problemOf(slice: Slice): Problem | undefined {
    return this.#broken.get(slice);
  }

  showSeries(uid: string): void {
    runInAction(() => {
      this.#seriesUid.set(uid);
      this.#window.set(undefined);
    });
    this.#context.setItem(0);
  }

  /** @param wish what the file or the config would have it looked at with at first */
  async open(source: string | readonly string[], wish: (slice: Slice) => Window | undefined): Promise<void> {
    this.#stop();
    const scope = this.#context.scope.child();
    this.#stop = () => scope.dispose();
    runInAction(() => {
      this.#state.set({ is: 'loading', loaded: 0 });
      this.#known.set(undefined);
      this.#picture.set(undefined);
      this.#broken.clear();
    });
    const tell = (study: Study) =>
      runInAction(() => this.#known.set({ study, series: study.series, complete: study.complete }));
    try {
      const outcome = await openStudy(source, {
        signal: scope.signal,
        onProgress: (progress) =>
          runInAction(() => {
            this.#progress.set(progress);
            const { loaded, total } = progress;
            if (this.#state.get().is === 'loading')
              this.#state.set({ is: 'loading', loaded, ...(total !== undefined && { total }) });
          }),
        onSlices: tell,
      });
      if (scope.signal.aborted) return;
      const study = outcome.value;
      const problems = (outcome.problems ?? []).map((problem) => ({ ...problem, at: this.#context.node.at }));
      const [first] = problems;
      if (!study) {
        for (const problem of problems) scope.add(this.#context.report(problem));
        const url = typeof source === 'string' ? source : source[0];
        if (first) runInAction(() => this.#state.set({ is: 'failed', problem: first, ...(url && { url }) }));
        return;
      }
      tell(study);
      const [slice] = this.list;
      const window = slice && wish(slice);
      if (window) this.setWindow(window);
      void study.done.then(() => {
        if (scope.signal.aborted) return;
        for (const problem of study.problems)
          scope.add(this.#context.report({ ...problem, at: this.#context.node.at }));
      });
    } catch (reason) {
      if (!scope.signal.aborted) throw reason;
    }
  }

  /** Puts a slice on show; the one before stays until its pixels are there. */
  async show(slice: Slice): Promise<void> {
    const study = this.#known.get()?.study;
    if (!study || this.#picture.get()?.slice === slice) return;
    this.#wish?.abort();
    const wish = new AbortController();
    this.#wish = wish;
    const ready = study.decoded(slice);
    try {
      const outcome = ready ? { value: ready } : await study.pixels(slice, wish.signal);
      if (wish.signal.aborted || this.#context.scope.signal.aborted) return;
      const { value } = outcome;
      const [problem] = 'problems' in outcome ? (outcome.problems ?? []) : [];
      runInAction(() => {
        if (value) {
          const window = this.#window.get();
          const picture = this.#painter.picture(slice, value);
          picture.show({ inverted: this.#inverted.get(), ...(window && { window }) });
          this.#picture.set(picture);
          this.#broken.delete(slice);
        } else if (problem) {
          this.#picture.set(undefined);
          // Told once, however often one comes by.
          if (!this.#broken.has(slice)) this.#context.report(problem);
          this.#broken.set(slice, { ...problem, at: this.#context.node.at });
        }
        this.#state.set({ is: 'shown' });
      });
    } catch (reason) {
      if (!wish.signal.aborted && !this.#context.scope.signal.aborted) throw reason;
    }
  }

  setWindow(window: Window | undefined): void {
    const width = window && Math.max(1, window.width);
    runInAction(() => {
      this.#window.set(window && width !== undefined ? { ...window, width } : undefined);
      const picture = this.#picture.get();
      if (!picture) return;
      if (window && width !== undefined) picture.show({ window: { ...window, width } });
      else this.#picture.set(this.#painter.picture(picture.slice, picture.values));
      this.#revision.set(this.#revision.get() + 1);
    });
  }

  invert(): void {
    runInAction(() => {
      this.#inverted.set(!this.#inverted.get());
      this.#picture.get()?.show({ inverted: this.#inverted.get() });
      this.#revision.set(this.#revision.get() + 1);
    });
  }

  get inverted(): boolean {
    return this.#inverted.get();
  }

  async attributes(slice: Slice) {
    return this.#known.get()?.study.attributes(slice);
  }
}
