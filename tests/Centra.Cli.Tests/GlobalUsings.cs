global using Centra.Cli.Tests.Hosts;
global using Centra.Testing;
global using Centra.Tests;
global using Shouldly;
global using Xunit;
