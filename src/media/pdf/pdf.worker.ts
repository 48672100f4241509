// Takes its first message as soon as it runs.
import 'pdfjs-dist/build/pdf.worker.mjs';
