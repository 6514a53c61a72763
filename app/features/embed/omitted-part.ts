/** Replaces parts that embeds omit; its import fails like a missing file. */
throw new Error('expected a page that has this part; an embed leaves it out');
