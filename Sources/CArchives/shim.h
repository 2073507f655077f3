#pragma once
#include <minizip/unzip.h>
#include <expat.h>
