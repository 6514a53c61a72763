import { chromium } from '@playwright/test';
import { BROWSER_ARGS, findBrowser } from './scripts/find-browser.mjs';
const b = await chromium.launch({ executablePath: findBrowser() ?? undefined, args: BROWSER_ARGS });
for (const link of process.argv.slice(2)) {
  const page = await b.newPage({ viewport: { width: 1280, height: 720 } });
  page.on('pageerror', (e) => console.log('ERR', e.message)); page.on('console', (m) => m.type()==='error' && console.log('CON', m.text()));
  await page.addInitScript(() => { window.tasks=[]; new PerformanceObserver((l)=>{for(const e of l.getEntries()) window.tasks.push([Math.round(e.startTime),Math.round(e.duration)]);}).observe({type:'longtask',buffered:true}); });
  await page.goto('http://localhost:4391/#v=1&n=3'); await page.waitForTimeout(1500);
  await page.evaluate((h)=>{window.tasks=[];location.hash=h},'v=1&'+link);
  const t=Date.now(); await page.waitForTimeout(7000);
  const r=await Promise.race([page.evaluate(()=>[window.tasks,document.querySelector('#play-button')?.disabled]), new Promise(r=>setTimeout(()=>r('FROZEN'),15000))]);
  console.log(link, Date.now()-t, JSON.stringify(r)); 
  await Promise.race([page.close(), new Promise(r=>setTimeout(r,3000))]);
}
await Promise.race([b.close(), new Promise(r=>setTimeout(r,3000))]); process.exit();
