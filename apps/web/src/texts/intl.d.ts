import type { TextId } from './catalogue.js';

// The library's own door for ids that the compiler knows (FormatJS, "Type-safe message ids").
declare global {
  namespace FormatjsIntl {
    interface Message {
      ids: TextId;
    }
  }
}
