Console.WriteLine("mlnet-loss");
