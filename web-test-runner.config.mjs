import process from 'node:process';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { browserSwitches } from './scripts/browser.mjs';
import { bundledTests } from './test/support/bundle.mjs';
import { inputCommands } from './test/support/commands.mjs';
import { countReporter } from './test/support/count-reporter.mjs';
import { servedSounds } from './test/support/media-audio.mjs';
import { servedDicom } from './test/support/media-dicom.mjs';
import { servedVideos } from './test/support/media-video.mjs';
import { servedFolders } from './test/support/served-folders.mjs';

const bundle = bundledTests();

export default {
  files: 'test/browser/**/*.test.ts',
  rootDir: '.',
  // Tests send trusted input, which only the one window in front receives.
  concurrency: 1,
  browsers: [
    chromeLauncher({
      launchOptions: {
        ...(process.env.CHROME_PATH && { executablePath: process.env.CHROME_PATH }),
        args: browserSwitches(),
      },
      // A tab in the background gets no frames, and the wheel never arrives there; a window of its own does.
      createPage: ({ context }) => context.newPage({ type: 'window' }),
    }),
  ],
  plugins: [bundle.plugin, inputCommands()],
  middleware: [servedSounds(), servedVideos(), servedDicom(), servedFolders()],
  reporters: [defaultReporter({ reportTestProgress: false }), bundle.reporter, countReporter()],
  browserStartTimeout: 60_000,
  testsStartTimeout: 120_000,
  testsFinishTimeout: 300_000,
  testFramework: { config: { timeout: 20_000 } },
};
