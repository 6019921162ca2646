global using Centra.People;
global using Centra.Service.Tests.Hosts;
global using Centra.Testing;
global using Shouldly;
global using Xunit;
