import { framesTests } from '../../support/video-frames.js';

// Large; cut in the middle of a frame, or before its end; in other containers; of another codec; with frames at one time.
framesTests([
  'hd1080.mp4',
  'cutmiddle.mp4',
  'cutend.mp4',
  'matroska.mkv',
  'quicktime.mov',
  'stream.ts',
  'vp9.webm',
  'sametime.mp4',
]);
