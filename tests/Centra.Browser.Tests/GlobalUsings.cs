global using Centra.Browsing.Hosts;
global using Centra.People;
global using Centra.Testing;
global using Microsoft.Playwright;
global using Shouldly;
global using Xunit;
global using static Microsoft.Playwright.Assertions;
