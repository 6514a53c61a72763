/** Stands in embed.html for what an embed never shows; who asks for it is told as if it could not be loaded. */
throw new Error('expected a page that has this part; an embed leaves it out');
